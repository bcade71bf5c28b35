using System.Globalization;
using IpsJobs.Core.Constants;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>The machine's clock is set back by an hour while triggers wait and a job is at work.</summary>
public sealed class ClockSetBackTests
{
    private const string Rhythm = "Rhythm";
    private const string Working = "Working";
    private const string Later = "Later";

    [Fact]
    public async Task Server_LosesAndDoublesNothingAndSaysSo_WhenTheClockIsSetBack()
    {
        var time = new FakeTimeProvider(Utc("2026-05-04T10:10:00Z"));
        await using var server = new ControlledServer { Time = time };
        await server.InitializeAsync();
        var tenant = await server.AddTenantAsync();
        await tenant.SubmitAsync(Rhythm, Tenant.Incremental, "<execSchedule>0 0 * * * ?</execSchedule>");
        await AdvanceAsync(tenant, time, TimeSpan.FromMinutes(55));
        await tenant.WaitForEndAsync(Rhythm);
        server.Brake.Hold(Working, LogTypes.TotalFileCount);
        await tenant.SubmitAsync(Working, Tenant.Incremental);
        await tenant.WaitForAsync(Working, "Running");

        time.AdjustTime(Utc("2026-05-04T10:05:00Z"));
        server.Brake.ReleaseAll();
        var log = (await tenant.WaitForEndAsync(Working))[0];
        await AdvanceAsync(tenant, time, TimeSpan.FromMinutes(5));
        await WaitForWarningAsync(server);
        await tenant.SubmitAsync(Later, Tenant.Incremental, "<execTime>2026-05-04T10:30:00Z</execTime>");
        await AdvanceAsync(tenant, time, TimeSpan.FromMinutes(15));
        (await tenant.FindScheduledAsync(Later)).Should().NotBeNull("its time has not come");
        await AdvanceAsync(tenant, time, TimeSpan.FromMinutes(10));
        await tenant.WaitForEndAsync(Later);

        Tenant.RowTypes(log)[0].Should().Be(LogTypes.BeginImageServingPublish);
        Tenant.RowTypes(log)[^1].Should().Be(LogTypes.EndImageServingPublish);
        Tenant.Time(log, "endDate").Should().BeOnOrAfter(Tenant.Time(log, "startDate"));
        await AdvanceAsync(tenant, time, TimeSpan.FromMinutes(30));
        (await tenant.LogsAsync(Rhythm)).Should().ContainSingle("eleven o'clock has fired, and comes a second time");
        await AdvanceAsync(tenant, time, TimeSpan.FromMinutes(60));
        await tenant.WaitForEndAsync(Rhythm, count: 2);
    }

    // In steps, as time goes: a clock that jumps hours wakes nobody in between.
    private static async Task AdvanceAsync(Tenant tenant, FakeTimeProvider time, TimeSpan by)
    {
        for (var step = TimeSpan.Zero; step < by; step += TimeSpan.FromMinutes(5))
        {
            time.Advance(TimeSpan.FromMinutes(5));
            await tenant.FindScheduledAsync(Rhythm);
        }
    }

    // At once, because a server that looks at its clock only when the old time has come again has not seen it go back.
    private static Task<string> WaitForWarningAsync(ControlledServer server) => Tenant.EventuallyAsync(
        async () => await LogAsync(server) is var log && log.Contains("The clock was set back from", StringComparison.Ordinal) ? log : null);

    private static async Task<string> LogAsync(ControlledServer server)
    {
        await using var stream = new FileStream(
            Directory.EnumerateFiles(server.Data.Logs, "*.log").Single(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
