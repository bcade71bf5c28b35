using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.EndToEnd.Tests.Interop;

namespace IpsJobs.EndToEnd.Tests.Samples;

/// <summary>Runs the short client programs among the samples, one per stack, as the README beside them says.</summary>
[Collection(RunningServerGroup.Name)]
public sealed class SampleClientTests(RunningServer server)
{
    private const string Assembly = "IpsJobs.Samples.Submit.dll";

    [Theory]
    [Client("curl", "1.1")]
    [Client("zeep", "1.1")]
    [Client("suds", "1.1")]
    [Client("php", "1.1")]
    [Client("node-soap", "1.1")]
    [Client("strong-soap", "1.1")]
    [Client("perl", "1.1")]
    [Client("gsoap", "1.1")]
    [Client("java", "1.1")]
    public async Task Sample_SubmitsAPublishAndShowsItsLog(string stack, string soap, string wsdl, string needs)
    {
        var client = ClientStacks.Get(stack);
        client.IsInstalled.Should().BeTrue("the sample for SOAP {0} {1}", soap, needs);

        await RunAsync(client.Sample, wsdl);
    }

    [Fact]
    public Task Sample_SubmitsAPublishAndShowsItsLog_WithServiceModel() =>
        RunAsync(["dotnet", Path.Combine(AppContext.BaseDirectory, Assembly)], "2014-04-03");

    [Fact]
    public void EveryStack_HasASampleThatIsRun()
    {
        var run = typeof(SampleClientTests).GetMethod(nameof(Sample_SubmitsAPublishAndShowsItsLog))!
            .GetCustomAttributes(typeof(ClientAttribute), inherit: false).Cast<ClientAttribute>().Select(client => client.Stack);

        run.Should().BeEquivalentTo(ClientStacks.Every.Select(stack => stack.Name));
    }

    private async Task RunAsync(string[] command, string version)
    {
        var wsdl = new Uri(server.Service, $"/scene7/webservice/IpsApi-{version}.wsdl").AbsoluteUri;

        var run = await ClientRun.StartAsync([.. command, wsdl, RunningServer.Email, RunningServer.Password, "c|47"]);

        run.ExitCode.Should().Be(0, "its output is {0}", run.Output);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().Contain("login: ValidLogin").And.Contain(line => line.StartsWith("submitted: j|47|", StringComparison.Ordinal), run.Output);
        lines.Should().Contain("BeginImageServingPublish Image serving publish has begun!");
        lines.Should().Contain(line => line.StartsWith("EndImageServingPublish ", StringComparison.Ordinal), run.Output);
    }
}
