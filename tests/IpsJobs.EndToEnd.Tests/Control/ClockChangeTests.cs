using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>The nights in which clocks change, over the real scheduler and wire: what fires, and what a listing says before.</summary>
public sealed class ClockChangeTests
{
    private const string Name = "Night";

    /// <summary>Zone, start, schedule, and the fires as listings show them: with the offset that holds at that instant.</summary>
    public static TheoryData<string, string, string, string, string[]> Nights => new()
    {
        // The night of 29 March has no 02:30: it fires at the first instant after the gap. That of 25 October has it twice: at the first.
        { "Europe/Paris", "CET", "2026-03-27T12:00:00Z", "0 30 2 * * ?", ["2026-03-28T02:30:00.000+01:00", "2026-03-29T03:00:00.000+02:00", "2026-03-30T02:30:00.000+02:00"] },
        { "Europe/Paris", "CET", "2026-10-23T12:00:00Z", "0 30 2 * * ?", ["2026-10-24T02:30:00.000+02:00", "2026-10-25T02:30:00.000+02:00", "2026-10-26T02:30:00.000+01:00"] },
        { "Europe/Paris", "CET", "2026-10-24T23:45:00Z", "0 30 * * * ?", ["2026-10-25T02:30:00.000+02:00", "2026-10-25T02:30:00.000+01:00", "2026-10-25T03:30:00.000+01:00"] },
        { "America/New_York", "EST", "2026-03-06T12:00:00Z", "30 2 * * *", ["2026-03-07T02:30:00.000-05:00", "2026-03-08T03:00:00.000-04:00", "2026-03-09T02:30:00.000-04:00"] },
        { "America/New_York", "EST", "2026-10-30T12:00:00Z", "0 30 1 * * ?", ["2026-10-31T01:30:00.000-04:00", "2026-11-01T01:30:00.000-04:00", "2026-11-02T01:30:00.000-05:00"] },
        // Half an hour: 02:00 becomes 02:30 on 4 October, and 02:00 becomes 01:30 on 5 April.
        { "Australia/Lord_Howe", "GMT+10:30", "2026-10-02T00:00:00Z", "0 15 2 * * ?", ["2026-10-03T02:15:00.000+10:30", "2026-10-04T02:30:00.000+11:00", "2026-10-05T02:15:00.000+11:00"] },
        { "Australia/Lord_Howe", "GMT+10:30", "2026-04-03T00:00:00Z", "0 45 1 * * ?", ["2026-04-04T01:45:00.000+11:00", "2026-04-05T01:45:00.000+11:00", "2026-04-06T01:45:00.000+10:30"] },
        { "Australia/Lord_Howe", "GMT+10:30", "2026-04-04T14:40:00Z", "0 45 * * * ?", ["2026-04-05T01:45:00.000+11:00", "2026-04-05T01:45:00.000+10:30", "2026-04-05T02:45:00.000+10:30"] },
        { "Asia/Kolkata", "IST", "2026-03-27T12:00:00Z", "0 30 2 * * ?", ["2026-03-28T02:30:00.000+05:30", "2026-03-29T02:30:00.000+05:30", "2026-03-30T02:30:00.000+05:30"] },
        { "Asia/Kolkata", "IST", "2026-10-23T12:00:00Z", "0 30 2 * * ?", ["2026-10-24T02:30:00.000+05:30", "2026-10-25T02:30:00.000+05:30", "2026-10-26T02:30:00.000+05:30"] },
    };

    /// <summary>Zone, start, execTime as submitted, and the fire as listings show it.</summary>
    public static TheoryData<string, string, string, string> Times => new()
    {
        { "Europe/Paris", "2026-03-27T12:00:00Z", "2026-03-28T10:00:00", "2026-03-28T10:00:00.000+01:00" },
        { "Europe/Paris", "2026-03-27T12:00:00Z", "2026-03-29T02:30:00", "2026-03-29T03:00:00.000+02:00" },
        { "Europe/Paris", "2026-03-27T12:00:00Z", "2026-03-28T10:00:00-05:00", "2026-03-28T16:00:00.000+01:00" },
        { "Europe/Paris", "2026-10-23T12:00:00Z", "2026-10-25T02:30:00", "2026-10-25T02:30:00.000+02:00" },
        { "Europe/Paris", "2026-10-23T12:00:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00.000+01:00" },
        { "Australia/Lord_Howe", "2026-10-02T00:00:00Z", "2026-10-04T02:10:00", "2026-10-04T02:30:00.000+11:00" },
        { "Asia/Kolkata", "2026-03-27T12:00:00Z", "2026-03-29T02:30:00.5", "2026-03-29T02:30:00.500+05:30" },
        { "America/New_York", "2026-10-30T12:00:00Z", "2026-11-01T01:30:00-05:00", "2026-11-01T01:30:00.000-05:00" },
    };

    [Theory]
    [MemberData(nameof(Nights))]
    public async Task RecurringTrigger_FiresWhenTheListingSaid_WhenTheZoneChangesItsClocks(
        string zone, string shortName, string start, string schedule, string[] fires)
    {
        await using var server = await StartAsync(zone, start);
        var tenant = await server.AddTenantAsync();
        await tenant.SubmitAsync(Name, Tenant.Incremental, $"<execSchedule>{schedule}</execSchedule>");

        for (var fire = 0; fire < fires.Length; fire++)
        {
            var trigger = (await tenant.FindScheduledAsync(Name))!;
            Tenant.Value(trigger, "nextFireTime").Should().Be(fires[fire]);
            Tenant.Value(trigger, "timeZone").Should().Be(shortName);
            await tenant.AdvanceAsync(Name, Utc(fires[fire]) - server.Time!.GetUtcNow() - TimeSpan.FromSeconds(1));
            (await tenant.LogsAsync(Name)).Should().HaveCount(fire, "it is a second too early");
            await tenant.AdvanceAsync(Name, TimeSpan.FromSeconds(1));
            var logs = await tenant.WaitForEndAsync(Name, count: fire + 1);
            Tenant.Value(logs[0], "startDate").Should().Be(fires[fire]);
        }
    }

    [Theory]
    [MemberData(nameof(Times))]
    public async Task OneTimeTrigger_FiresAtThatInstant_WhenItsTimeHasAZoneOrIsTheServers(string zone, string start, string execTime, string fire)
    {
        await using var server = await StartAsync(zone, start);
        var tenant = await server.AddTenantAsync();
        await tenant.SubmitAsync(Name, Tenant.Incremental, $"<execTime>{execTime}</execTime>");

        var trigger = (await tenant.FindScheduledAsync(Name))!;
        Tenant.Value(trigger, "nextFireTime").Should().Be(fire);
        Tenant.Find(trigger, "execSchedule").Should().BeNull();
        ((FakeTimeProvider)server.Time!).Advance(Utc(fire) - server.Time!.GetUtcNow());

        Tenant.Value((await tenant.WaitForEndAsync(Name))[0], "startDate").Should().Be(fire);
        (await tenant.FindScheduledAsync(Name)).Should().BeNull();
    }

    private static async Task<ControlledServer> StartAsync(string zone, string now)
    {
        var server = new ControlledServer(Directory.CreateTempSubdirectory("ipsjobs-night-")) { Time = new FakeTimeProvider(Utc(now)), Zone = zone };
        await server.InitializeAsync();
        return server;
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
