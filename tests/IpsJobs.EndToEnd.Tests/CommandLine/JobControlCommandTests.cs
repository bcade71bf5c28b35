using IpsJobs.EndToEnd.Tests.Control;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.CommandLine;

/// <summary>The table of operations on jobs from the command line, against a running server.</summary>
public sealed class JobControlCommandTests(ControlledServer server) : IClassFixture<ControlledServer>, IDisposable
{
    public static TheoryData<string, string, int> Cells
    {
        get
        {
            var cells = new TheoryData<string, string, int>();
            foreach (var cell in ControlTable.Cells)
                cells.Add(((string)cell[0])[..^"Job".Length], (string)cell[1], (int)cell[2]);
            return cells;
        }
    }

    public void Dispose() => server.Brake.ReleaseAll();

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Command_EndsAsTheTableSays_WhenTheHandleNamesThis(string verb, string subject, int code)
    {
        var tenant = await server.AddTenantAsync();
        var handle = await ControlTable.PrepareAsync(server, tenant, subject);

        var run = await RunAsync(tenant, verb, handle);

        if (code == ControlTable.Ok)
        {
            run.ExitCode.Should().Be(0, run.Errors);
            run.Output.Trim().Should().Be($"{verb}: done");
        }
        else
        {
            run.ExitCode.Should().Be(2);
            run.Output.Should().BeEmpty();
            run.Errors.Should().StartWith($"ipsApiFault {code}: Job '").And.NotContain("   at ");
        }
    }

    [Fact]
    public async Task Commands_ChangeTheJob_WhenTheyAreGivenInTurn()
    {
        var tenant = await server.AddTenantAsync();
        var handle = await ControlTable.PrepareAsync(server, tenant, "live of trigger");
        var trigger = tenant.Scheduled(ControlTable.Name);

        await RunAsync(tenant, "pause", trigger);
        Tenant.Value((await tenant.FindScheduledAsync(ControlTable.Name))!, "triggerState").Should().Be("Paused");
        await RunAsync(tenant, "resume", handle);
        Tenant.Value((await tenant.FindScheduledAsync(ControlTable.Name))!, "triggerState").Should().Be("Normal");
        await RunAsync(tenant, "stop", handle);
        await tenant.WaitForAsync(ControlTable.Name, "Stopping");
        server.Brake.ReleaseAll();
        await tenant.WaitForEndAsync(ControlTable.Name, count: 1);
        await RunAsync(tenant, "execute", trigger);
        await tenant.WaitForEndAsync(ControlTable.Name, count: 2);
        await RunAsync(tenant, "delete", trigger);
        (await tenant.FindScheduledAsync(ControlTable.Name)).Should().BeNull();
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("execute")]
    [InlineData("delete")]
    public async Task Command_SaysWhatIsWrong_WhenTheHandleCannotBeRead(string verb)
    {
        var run = await RunAsync(await server.AddTenantAsync(), verb, "nightly");

        run.ExitCode.Should().Be(2);
        run.Errors.Trim().Should().Be("'nightly' is no job handle");
    }

    private Task<ServerProgram.Outcome> RunAsync(Tenant tenant, string verb, string handle) => ServerProgram.RunAsync(
        ["job", verb, handle, "--url", server.Service.ToString(), "--user", tenant.Email, "--password-stdin"], RunningServer.Password);
}
