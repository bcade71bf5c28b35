using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Interop;

/// <summary>Real clients of many languages walk the job API: log in, submit, watch, schedule, read logs and typed faults.</summary>
/// <remarks>The programs check every answer themselves and end with an error at the first one that they do not understand.</remarks>
[Collection(RunningServerGroup.Name)]
public sealed class ClientMatrixTests(RunningServer server, PictureServer pictures) : IClassFixture<PictureServer>
{
    [Theory]
    [Client("curl", "1.1")]
    [Client("curl", "1.2")]
    [Client("curl", "1.1", Wsdl = "2013-02-15")]
    [Client("zeep", "1.1")]
    [Client("zeep", "1.2")]
    [Client("zeep", "1.1", Wsdl = "")]
    [Client("zeep", "1.2", Wsdl = "")]
    [Client("zeep", "1.1", Wsdl = "2008-01-15")]
    [Client("zeep", "1.1", Wsdl = "2008-09-10")]
    [Client("zeep", "1.1", Wsdl = "2009-07-31")]
    [Client("zeep", "1.1", Wsdl = "2010-01-31")]
    [Client("zeep", "1.1", Wsdl = "2012-02-14")]
    [Client("zeep", "1.1", Wsdl = "2013-02-15")]
    [Client("suds", "1.1")]
    [Client("suds", "1.1", Wsdl = "2013-02-15")]
    [Client("php", "1.1")]
    [Client("php", "1.2")]
    [Client("php", "1.1", Wsdl = "2013-02-15")]
    [Client("node-soap", "1.1")]
    [Client("node-soap", "1.2")]
    [Client("strong-soap", "1.1")]
    [Client("strong-soap", "1.2")]
    [Client("perl", "1.1")]
    [Client("perl", "1.2")]
    [Client("gsoap", "1.1")]
    [Client("gsoap", "1.2")]
    [Client("java", "1.1")]
    [Client("java", "1.2")]
    public async Task Walk_EndsWithoutError_WhenTheClientIsReal(string stack, string soap, string wsdl, string needs)
    {
        var client = ClientStacks.Get(stack);
        client.IsInstalled.Should().BeTrue("the case {0}", needs);

        for (var time = Runs(wsdl, soap); time > 0; time--)
        {
            var run = await ClientRun.StartAsync([.. client.Command, .. Arguments(wsdl, soap)]);

            run.ExitCode.Should().Be(0, "its output is {0}", run.Output);
            run.Output.TrimEnd().Should().EndWith("ok all");
        }
    }

    // What one walk leaves on the server must not disturb the next; once per stack shows it.
    private static int Runs(string wsdl, string soap) => (wsdl, soap) == ("2014-04-03", "1.1") ? 2 : 1;

    private string[] Arguments(string wsdl, string soap) =>
    [
        Wsdl(wsdl).AbsoluteUri, RunningServer.Email, RunningServer.Password, RunningServer.CompanyName, pictures.Picture.AbsoluteUri, soap,
    ];

    private Uri Wsdl(string version) => ServedWsdl.Of(server, version);
}
