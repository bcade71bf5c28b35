using System.Globalization;
using IpsJobs.Core.Constants;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>Triggers over the real store, scheduler and wire, on a clock that the tests move.</summary>
public sealed class ScheduleTests
{
    private const string Name = "Rhythm";

    [Fact]
    public async Task Start_FiresOnceAndGoesOnInRhythm_WhenTheServiceWasDownOverManyFires()
    {
        var folder = Directory.CreateTempSubdirectory("ipsjobs-schedule-");
        Tenant tenant;
        await using (var first = await StartAsync("2026-05-04T10:10:00Z", folder, keep: true))
        {
            tenant = await first.AddTenantAsync();
            await SubmitAsync(tenant, "0 0 * * * ?");
        }

        await using var second = await StartAsync("2026-05-04T20:10:00Z", folder);
        tenant = tenant with { Server = second };

        await tenant.WaitForEndAsync(Name, count: 1);
        Tenant.Time((await tenant.FindScheduledAsync(Name))!, "nextFireTime").Should().Be(Utc("2026-05-04T21:00:00Z"));
        await tenant.AdvanceAsync(Name, TimeSpan.FromMinutes(50));
        await tenant.WaitForEndAsync(Name, count: 2);
    }

    [Fact]
    public async Task OneTimeTrigger_FiresAtTheStartAndIsGone_WhenItsTimePassedWhileTheServiceWasDown()
    {
        var folder = Directory.CreateTempSubdirectory("ipsjobs-schedule-");
        Tenant tenant;
        await using (var first = await StartAsync("2026-05-04T10:10:00Z", folder, keep: true))
        {
            tenant = await first.AddTenantAsync();
            await tenant.SubmitAsync(Name, Tenant.Incremental, "<execTime>2026-05-04T11:00:00Z</execTime>");
        }

        await using var second = await StartAsync("2026-05-06T00:00:00Z", folder);
        tenant = tenant with { Server = second };

        await tenant.WaitForEndAsync(Name);
        (await tenant.FindScheduledAsync(Name)).Should().BeNull();
    }

    [Fact]
    public async Task BlockedTrigger_RunsOnePendingFire_WhenItsInstanceOutlastsSeveralFires()
    {
        await using var server = await StartAsync("2026-05-04T10:10:00Z");
        var tenant = await server.AddTenantAsync();
        server.Brake.Hold(Name, LogTypes.TotalFileCount);
        await SubmitAsync(tenant, "0 0 * * * ?");
        await tenant.AdvanceAsync(Name, TimeSpan.FromMinutes(50));
        await tenant.WaitForAsync(Name, "Running");

        for (var hour = 0; hour < 3; hour++)
            ((FakeTimeProvider)server.Time!).Advance(TimeSpan.FromHours(1));
        await Tenant.EventuallyAsync(async () =>
            await tenant.FindScheduledAsync(Name) is { } job && Tenant.Value(job, "triggerState") == "Blocked" ? job : null);
        (await tenant.LogsAsync(Name)).Should().ContainSingle("nothing of its own runs beside it");
        server.Brake.ReleaseAll();

        var logs = await tenant.WaitForEndAsync(Name, count: 2);
        Tenant.Time(logs[0], "startDate").Should().BeOnOrAfter(Tenant.Time(logs[1], "endDate"));
        var trigger = (await tenant.FindScheduledAsync(Name))!;
        Tenant.Value(trigger, "triggerState").Should().Be("Normal");
        Tenant.Time(trigger, "nextFireTime").Should().Be(Utc("2026-05-04T15:00:00Z"));
    }

    [Fact]
    public async Task Pause_DropsThePendingFire_WhenTheTriggerIsBlocked()
    {
        await using var server = await StartAsync("2026-05-04T10:10:00Z");
        var tenant = await server.AddTenantAsync();
        server.Brake.Hold(Name, LogTypes.TotalFileCount);
        await SubmitAsync(tenant, "0 0 * * * ?");
        await tenant.AdvanceAsync(Name, TimeSpan.FromMinutes(50));
        await tenant.WaitForAsync(Name, "Running");
        ((FakeTimeProvider)server.Time!).Advance(TimeSpan.FromHours(1));
        await Tenant.EventuallyAsync(async () =>
            await tenant.FindScheduledAsync(Name) is { } job && Tenant.Value(job, "triggerState") == "Blocked" ? job : null);

        await tenant.ControlAsync("pauseJob", tenant.Scheduled(Name));
        server.Brake.ReleaseAll();

        await tenant.WaitForEndAsync(Name, count: 1);
        await tenant.ControlAsync("resumeJob", tenant.Scheduled(Name));
        var resumed = (await tenant.FindScheduledAsync(Name))!;
        Tenant.Value(resumed, "triggerState").Should().Be("Normal");
        Tenant.Time(resumed, "nextFireTime").Should().Be(Utc("2026-05-04T13:00:00Z"), "missed fires are not made up");
        (await tenant.LogsAsync(Name)).Should().ContainSingle();
    }

    private static async Task<ControlledServer> StartAsync(string now, DirectoryInfo? folder = null, bool keep = false)
    {
        var server = new ControlledServer(folder ?? Directory.CreateTempSubdirectory("ipsjobs-schedule-"))
        {
            Time = new FakeTimeProvider(Utc(now)),
            KeepsFolder = keep,
        };
        await server.InitializeAsync();
        return server;
    }

    private static Task SubmitAsync(Tenant tenant, string schedule) =>
        tenant.SubmitAsync(Name, Tenant.Incremental, $"<execSchedule>{schedule}</execSchedule>");

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
