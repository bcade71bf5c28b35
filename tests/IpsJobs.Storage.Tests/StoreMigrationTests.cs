using IpsJobs.Core.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Storage.Tests;

/// <summary>The start of the store on good, old, new and broken files.</summary>
public sealed class StoreMigrationTests : StoreTest
{
    protected override IReadOnlyDictionary<string, string?> Settings => SqliteSettings.Values;

    // Processes that start together wait for each other.
    protected override TimeProvider Clock => TimeProvider.System;

    private string Database => Path.Combine(Folder, "ips.db");

    // Each test opens the store itself.
    public override Task InitializeAsync()
    {
        Directory.CreateDirectory(Folder);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Apply_CreatesFolderAndSchema_WhenThereIsNothing()
    {
        await OpenAsync(Path.Combine(Folder, "new", "data"));

        Directory.GetDirectories(Path.Combine(Folder, "new", "data")).Select(Path.GetFileName).Should()
            .BeEquivalentTo(["companies", "staging", "publish", "exports", "mail", "logs"]);
        await using var db = Tables();
        db.Database.HasPendingModelChanges().Should().BeFalse("a change of the model needs a migration");
        (await db.Database.GetPendingMigrationsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Apply_KeepsTheData_WhenTheFileExists()
    {
        await OpenAsync(Folder);
        var instance = await Jobs.AddInstanceAsync(AJob.New(), None);
        await RestartAsync();

        (await Queries.FindInstanceAsync(instance.InstanceId, None)).Should().BeEquivalentTo(instance);
        (await Jobs.AddInstanceAsync(AJob.New(), None)).InstanceId.Should().BeGreaterThan(instance.InstanceId);
    }

    [Fact]
    public async Task Apply_Works_WhenSeveralProcessesStartAtOnce()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var provider = Build(Folder);
            await provider.GetRequiredService<StoreMigration>().ApplyAsync(None);
            return await provider.GetRequiredService<IJobStore>().AddInstanceAsync(AJob.New(), None);
        })));

        all.Select(i => i.InstanceName).Should().OnlyHaveUniqueItems();
        all.Select(i => i.InstanceId).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Apply_ClearsTheLockOfAKilledProcess_WhenAMigrationWasUnderWay()
    {
        await ExecuteAsync(
            """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2020-01-01');
            """);

        await OpenAsync(Folder).WaitAsync(TimeSpan.FromSeconds(60));

        (await Queries.FindInstanceAsync(1, None)).Should().BeNull();
    }

    [Fact]
    public async Task Apply_ExplainsItself_WhenTheFileIsNoDatabase()
    {
        await File.WriteAllTextAsync(Database, new string('x', 8192));

        var act = () => OpenAsync(Folder);

        (await act.Should().ThrowAsync<StoreUnavailableException>()).Which.Message.Should().Contain(Database).And.Contain("damaged");
    }

    [Fact]
    public async Task Apply_ExplainsItself_WhenTheDatabaseIsAFolder()
    {
        Directory.CreateDirectory(Database);

        var act = () => OpenAsync(Folder);

        (await act.Should().ThrowAsync<StoreUnavailableException>()).Which.Message.Should().Contain(Database).And.Contain("cannot be");
    }

    [Fact]
    public async Task Apply_ExplainsItself_WhenTheFolderCannotBeMade()
    {
        var file = Path.Combine(Folder, "file");
        await File.WriteAllTextAsync(file, "");

        var act = () => OpenAsync(Path.Combine(file, "data"));

        (await act.Should().ThrowAsync<StoreUnavailableException>()).Which.Message.Should().Contain("cannot be created");
    }

    [Fact]
    public async Task Apply_Refuses_WhenANewerVersionMadeTheFile()
    {
        await OpenAsync(Folder);
        await Services.DisposeAsync();
        await ExecuteAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('99990101000000_Future', '99.0')""");

        var act = () => OpenAsync(Folder);

        (await act.Should().ThrowAsync<StoreUnavailableException>()).Which.Message.Should().Contain("newer version").And.Contain("Future");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
