using IpsJobs.Soap.Tests.Fakes;
using IpsJobs.Soap.Tests.Hosting;

namespace IpsJobs.Soap.Tests.Operations.Jobs;

public sealed class JobControlTests : IClassFixture<SoapHost>
{
    private readonly SoapHost host;

    public JobControlTests(SoapHost host)
    {
        this.host = host;
        host.Queries.Clear();
        host.Store.Calls.Clear();
    }

    [Theory]
    [InlineData("stopJob", "stop 5129821 by user@example.com")]
    [InlineData("pauseJob", "move trigger 12 Normal Paused")]
    [InlineData("resumeJob", "")]
    [InlineData("executeJob", "")]
    [InlineData("deleteJob", "delete trigger 12")]
    public async Task Operation_ActsAndAnswersAnEmptyElement(string operation, string call)
    {
        host.Queries.Triggers.Add(Samples.Trigger());
        host.Queries.Instances.Add(Samples.Instance());

        var reply = await host.CallAsync(
            $"<{operation}Param><companyHandle>c|47</companyHandle><jobHandle>j|47|My Test Job||</jobHandle></{operation}Param>");

        reply.Body.BeXml("2014-04-03", $"<{operation}Return/>");
        string.Join(';', host.Store.Calls).Should().Be(call);
    }

    [Fact]
    public async Task UploadPost_AnswersTheInstanceHandle_WhenItOpensASession()
    {
        var reply = await host.CallAsync(
            """
            <uploadPostParam><companyHandle>c|47</companyHandle><jobName>By SOAP</jobName><uploadParams><overwrite>true</overwrite>
            <readyForPublish>true</readyForPublish><createMask>false</createMask><emailSetting>None</emailSetting></uploadParams></uploadPostParam>
            """);

        reply.Body.Name.LocalName.Should().Be("uploadPostReturn");
        reply.Body.Value.Should().MatchRegex(@"^j\|47\|\|By SOAP\|\d+$");
        host.Uploads.Deliveries[^1].ClientAddress.Should().Be("127.0.0.1");
    }

    [Fact]
    public async Task UploadPost_IsRefused_WhenARequiredFlagIsMissing()
    {
        var reply = await host.CallAsync(
            """
            <uploadPostParam><companyHandle>c|47</companyHandle><jobName>Flagless</jobName><uploadParams>
            <readyForPublish>true</readyForPublish><createMask>false</createMask><emailSetting>None</emailSetting></uploadParams></uploadPostParam>
            """);

        reply.FaultCode.Should().Be(30002);
        reply.FaultReason.Should().Be("[default] Fault.Missing(uploadParams/overwrite)");
    }
}
