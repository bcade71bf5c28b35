using System.Net;
using IpsJobs.Core.Constants;

namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>Every cell of the table of operations on jobs: what a handle names decides what an operation does.</summary>
public sealed class ControlTableTests(ControlledServer server) : IClassFixture<ControlledServer>, IDisposable
{
    private const string Name = ControlTable.Name;

    public void Dispose() => server.Brake.ReleaseAll();

    [Theory]
    [MemberData(nameof(ControlTable.Cells), MemberType = typeof(ControlTable))]
    public async Task Operation_AnswersAsTheTableSays_WhenTheHandleNamesThis(string operation, string subject, int code)
    {
        var tenant = await server.AddTenantAsync();
        var handle = await ControlTable.PrepareAsync(server, tenant, subject);

        var answer = await tenant.ControlAsync(operation, handle);
        var again = operation is "pauseJob" or "resumeJob" or "stopJob" ? await tenant.ControlAsync(operation, handle) : answer;

        answer.Code.Should().Be(code, answer.Text);
        again.Code.Should().Be(code, "these may be repeated");
        if (code == ControlTable.Ok)
            answer.Body.Elements().Should().BeEmpty($"{operation} answers an empty element");
        else
            answer.Status.Should().Be(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task Execute_RunsNowAndKeepsTheTrigger_WhenItRecurs()
    {
        var tenant = await server.AddTenantAsync();
        await tenant.SubmitEveryNightAsync(Name);
        var before = await tenant.FindScheduledAsync(Name);

        await tenant.ControlAsync("executeJob", tenant.Scheduled(Name));

        await tenant.WaitForEndAsync(Name);
        (await tenant.FindScheduledAsync(Name))!.ToString().Should().Be(before!.ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Execute_RunsNowAndRemovesTheTrigger_WhenItWasForOneTime(bool paused)
    {
        var tenant = await server.AddTenantAsync();
        await tenant.SubmitOnceAsync(Name);
        if (paused)
            await tenant.ControlAsync("pauseJob", tenant.Scheduled(Name));

        await tenant.ControlAsync("executeJob", tenant.Scheduled(Name));

        await tenant.WaitForEndAsync(Name);
        (await tenant.FindScheduledAsync(Name)).Should().BeNull();
        (await tenant.ControlAsync("executeJob", tenant.Scheduled(Name))).Code.Should().Be(ControlTable.Refused, "what is left is a finished job");
    }

    [Fact]
    public async Task PauseAndResume_ChangeTheStateAndKeepTheFireTime_WhenTheTriggerIsNamed()
    {
        var tenant = await server.AddTenantAsync();
        await tenant.SubmitEveryNightAsync(Name);
        var fire = Tenant.Value((await tenant.FindScheduledAsync(Name))!, "nextFireTime");

        await tenant.ControlAsync("pauseJob", tenant.Scheduled(Name));
        var paused = await tenant.FindScheduledAsync(Name);
        await tenant.ControlAsync("resumeJob", tenant.Scheduled(Name));
        var resumed = await tenant.FindScheduledAsync(Name);

        fire.Should().NotBeEmpty();
        Tenant.Value(paused!, "triggerState").Should().Be("Paused");
        Tenant.Value(paused!, "nextFireTime").Should().Be(fire, "a paused job still shows it");
        Tenant.Value(resumed!, "triggerState").Should().Be("Normal");
        Tenant.Value(resumed!, "nextFireTime").Should().Be(fire);
    }

    [Fact]
    public async Task Pause_PausesTheTriggerAndLetsTheInstanceGoOn_WhenItsLiveInstanceIsNamed()
    {
        var tenant = await server.AddTenantAsync();
        var instance = await ControlTable.PrepareAsync(server, tenant, "live of trigger");

        await tenant.ControlAsync("pauseJob", instance);

        Tenant.Value((await tenant.FindScheduledAsync(Name))!, "triggerState").Should().Be("Paused");
        Tenant.Value((await tenant.FindActiveAsync(Name))!, "state").Should().Be("Running");
        await tenant.ControlAsync("resumeJob", instance);
        Tenant.Value((await tenant.FindScheduledAsync(Name))!, "triggerState").Should().Be("Normal");
        server.Brake.Release(Name, LogTypes.TotalFileCount);
        Tenant.RowTypes((await tenant.WaitForEndAsync(Name))[0])[^1].Should().Be(LogTypes.EndImageServingPublish);
    }

    [Fact]
    public async Task Stop_StopsEveryLiveInstance_WhenTheTriggerIsNamed()
    {
        var tenant = await server.AddTenantAsync();
        await ControlTable.PrepareAsync(server, tenant, "live of trigger");
        await tenant.ControlAsync("executeJob", tenant.Scheduled(Name));

        await tenant.ControlAsync("stopJob", tenant.Scheduled(Name));

        await tenant.WaitForAsync(Name, "Stopping");
        server.Brake.Release(Name, LogTypes.TotalFileCount);
        var logs = await tenant.WaitForEndAsync(Name, count: 2);
        logs.Should().OnlyContain(log => Tenant.Rows(log).Last().Value.Contains(tenant.Email));
        Tenant.Value((await tenant.FindScheduledAsync(Name))!, "triggerState").Should().Be("Normal", "stopping is not pausing");
    }

    [Fact]
    public async Task Delete_RemovesTheTriggerAndLetsTheInstanceGoOn_WhenTheTriggerIsNamed()
    {
        var tenant = await server.AddTenantAsync();
        await ControlTable.PrepareAsync(server, tenant, "live of trigger");

        await tenant.ControlAsync("deleteJob", tenant.Scheduled(Name));

        (await tenant.FindScheduledAsync(Name)).Should().BeNull();
        Tenant.Value((await tenant.FindActiveAsync(Name))!, "state").Should().Be("Running");
        server.Brake.Release(Name, LogTypes.TotalFileCount);
        Tenant.Rows((await tenant.WaitForEndAsync(Name))[0]).Last().Value.Should().NotContain(tenant.Email);
    }

    [Fact]
    public async Task Delete_StopsTheInstanceAndKeepsTheLog_WhenALiveInstanceIsNamed()
    {
        var tenant = await server.AddTenantAsync();
        var instance = await ControlTable.PrepareAsync(server, tenant, "live");

        await tenant.ControlAsync("deleteJob", instance);

        await tenant.WaitForAsync(Name, "Stopping");
        server.Brake.Release(Name, LogTypes.TotalFileCount);
        Tenant.Rows((await tenant.WaitForEndAsync(Name))[0]).Last().Value.Should().Contain(tenant.Email);
    }
}
