using IpsJobs.Soap.Tests.Hosting;

namespace IpsJobs.Soap.Tests.Endpoint;

/// <summary>With <c>Api:StrictSchema</c> order and version of elements count.</summary>
public sealed class StrictSchemaTests(SoapHost host) : IClassFixture<SoapHost>
{
    [Theory]
    [InlineData("<getActiveJobsParam><originalName>x</originalName><companyHandle>47</companyHandle></getActiveJobsParam>", "2014-04-03")]
    [InlineData("<getActiveJobsParam><includeWaitingJobs>true</includeWaitingJobs></getActiveJobsParam>", "2013-02-15")]
    public async Task Request_IsRefused_OnlyWhenTheSchemaIsStrict(string body, string version)
    {
        host.Options.StrictSchema = false;
        (await host.CallAsync(body, version)).FaultCode.Should().BeNull();

        host.Options.StrictSchema = true;
        (await host.CallAsync(body, version)).FaultCode.Should().Be(30003);
    }
}
