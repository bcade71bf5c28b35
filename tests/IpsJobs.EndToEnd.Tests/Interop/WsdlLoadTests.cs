using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Testing;

namespace IpsJobs.EndToEnd.Tests.Interop;

/// <summary>The WSDL of every version with the two stacks that read one most strictly.</summary>
[Collection(RunningServerGroup.Name)]
public sealed class WsdlLoadTests(RunningServer server)
{
    [Theory]
    [WsdlLoad("zeep", "/usr/bin/python3", "python/zeep_load.py")]
    [WsdlLoad("gsoap", "bash", "gsoap/load.sh")]
    public async Task Wsdl_Loads_InEveryVersion(string version, string stack, string program, string file)
    {
        ClientStacks.Get(stack).IsInstalled.Should().BeTrue("{0} must be installed", ClientStacks.Get(stack).Needs);

        var run = await ClientRun.StartAsync([program, RepositoryFolder.Of("tests", "Interop", file), ServedWsdl.Of(server, version).AbsoluteUri]);

        run.ExitCode.Should().Be(0, "its output is {0}", run.Output);
        run.Output.TrimEnd().Should().EndWith("ok all");
    }
}
