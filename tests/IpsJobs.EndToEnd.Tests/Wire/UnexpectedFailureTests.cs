using System.Globalization;
using IpsJobs.EndToEnd.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>A failure that no rule foresees.</summary>
public sealed class UnexpectedFailureTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Fault_HasAReferenceToTheLogAndNothingElse_WhenTheDatabaseIsDamaged()
    {
        await DamageAsync();

        var answer = await server.PostAsync(Wire.Envelope($"<getScheduledJobsParam xmlns=\"{Wire.Latest}\"/>"));

        answer.Code.Should().Be(30000);
        answer.Reason.Should().MatchRegex("^Internal error [0-9A-F]{10}$");
        (await ServerLog.ErrorsAsync(server.Data)).Should().ContainSingle(line => line.Contains(answer.Reason, StringComparison.Ordinal));
    }

    private async Task DamageAsync()
    {
        await using var connection = new SqliteConnection(string.Create(CultureInfo.InvariantCulture, $"Data Source={server.Data.Database};Pooling=False"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "ALTER TABLE Triggers RENAME TO Gone";
        await command.ExecuteNonQueryAsync();
    }
}
