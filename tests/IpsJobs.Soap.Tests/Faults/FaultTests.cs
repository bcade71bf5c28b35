using System.Net;
using System.Text;
using System.Xml.Linq;
using IpsJobs.Soap.Tests.Fakes;
using IpsJobs.Soap.Tests.Hosting;

namespace IpsJobs.Soap.Tests.Faults;

/// <summary>The form of faults, their status, their language and the codes that the wire itself raises.</summary>
public sealed class FaultTests(SoapHost host) : IClassFixture<SoapHost>
{
    private const string Stop = "<stopJobParam><companyHandle>47</companyHandle><jobHandle>47|nothing|</jobHandle></stopJobParam>";
    private const string NoHandle = "<stopJobParam><companyHandle>47</companyHandle><jobHandle/></stopJobParam>";

    [Theory]
    [InlineData("")]
    [InlineData("2009-07-31")]
    [InlineData("2014-04-03")]
    public async Task Fault_HasItsDetailInTheBaseNamespace_InSoap11(string version)
    {
        var reply = await host.CallAsync(NoHandle, version);

        reply.Status.Should().Be(HttpStatusCode.InternalServerError);
        reply.ContentType.Should().Be("text/xml; charset=utf-8");
        reply.Text.Should().Be(
            """<?xml version="1.0" encoding="utf-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><soapenv:Fault><faultcode>soapenv:Server</faultcode><faultstring>ipsApiFault</faultstring><detail><ipsApiFault xmlns="http://www.scene7.com/IpsApi/xsd"><code>30002</code><reason>[default] Fault.Missing(jobHandle)</reason></ipsApiFault></detail></soapenv:Fault></soapenv:Body></soapenv:Envelope>""");
    }

    [Fact]
    public async Task Fault_HasCodeReasonAndDetail_InSoap12()
    {
        var reply = await host.PostAsync(SoapText.Envelope(NoHandle, soap: SoapText.Soap12), "application/soap+xml");

        reply.Status.Should().Be(HttpStatusCode.InternalServerError);
        reply.ContentType.Should().Be("application/soap+xml; charset=utf-8");
        reply.Text.Should().Be(
            """<?xml version="1.0" encoding="utf-8"?><env:Envelope xmlns:env="http://www.w3.org/2003/05/soap-envelope"><env:Body><env:Fault><env:Code><env:Value>env:Receiver</env:Value></env:Code><env:Reason><env:Text xml:lang="en">ipsApiFault</env:Text></env:Reason><env:Detail><ipsApiFault xmlns="http://www.scene7.com/IpsApi/xsd"><code>30002</code><reason>[default] Fault.Missing(jobHandle)</reason></ipsApiFault></env:Detail></env:Fault></env:Body></env:Envelope>""");
    }

    [Theory]
    [InlineData("<faultHttpStatusCode>200</faultHttpStatusCode>", 200)]
    [InlineData("<faultHttpStatusCode> 418 </faultHttpStatusCode>", 418)]
    [InlineData("<faultHttpStatusCode>599</faultHttpStatusCode>", 599)]
    [InlineData("<faultHttpStatusCode>600</faultHttpStatusCode>", 500)]
    [InlineData("<faultHttpStatusCode>0</faultHttpStatusCode>", 500)]
    [InlineData("<faultHttpStatusCode>-200</faultHttpStatusCode>", 500)]
    [InlineData("<faultHttpStatusCode>101</faultHttpStatusCode>", 500)]
    [InlineData("<faultHttpStatusCode>204</faultHttpStatusCode>", 500)]
    [InlineData("<faultHttpStatusCode>304</faultHttpStatusCode>", 500)]
    [InlineData("<faultHttpStatusCode>ok</faultHttpStatusCode>", 500)]
    [InlineData("<faultHttpStatusCode/>", 500)]
    [InlineData("", 500)]
    public async Task Fault_HasTheStatusAskedFor_WhenItCanCarryABody(string field, int status)
    {
        var reply = await host.CallAsync(NoHandle, headerFields: field);

        ((int)reply.Status).Should().Be(status);
        reply.FaultCode.Should().Be(30002);
    }

    [Fact]
    public async Task Fault_HasTheStatusAskedFor_WhenTheMistakeComesAfterTheHeader()
    {
        var reply = await host.CallAsync("<stopJobParam><foo/></stopJobParam>", headerFields: "<faultHttpStatusCode>200</faultHttpStatusCode>");

        reply.Status.Should().Be(HttpStatusCode.OK);
        reply.FaultCode.Should().Be(30003);
    }

    [Theory]
    [InlineData("<locale>fr-CA</locale>", "de", "[fr-CA]")]
    [InlineData("<locale>fr_CA</locale>", "", "[fr-CA]")]
    [InlineData("<locale>French</locale>", "de", "[de]")]
    [InlineData("", "de", "[de]")]
    [InlineData("", "", "[default]")]
    public async Task Reason_IsInTheLanguageAskedFor(string field, string acceptLanguage, string prefix)
    {
        var reply = await host.PostAsync(
            SoapText.Envelope(NoHandle, headerFields: field),
            change: request => request.Headers.TryAddWithoutValidation("Accept-Language", acceptLanguage));

        reply.FaultReason.Should().StartWith(prefix);
    }

    [Theory]
    [InlineData("user@example.com", NoHandle, 30002, "ipsApiFault")]
    [InlineData("user@example.com", Stop, 30001, "ipsApiFault")]
    [InlineData("user@example.com", "<stopJobParam><companyHandle>21</companyHandle><jobHandle>x</jobHandle></stopJobParam>", 20006, "authorizationFault")]
    [InlineData("user@example.com", "<stopJobParam><companyHandle>x</companyHandle><jobHandle>x</jobHandle></stopJobParam>", 20000, "authorizationFault")]
    [InlineData("web@example.com", Stop, 20003, "authorizationFault")]
    [InlineData("portal@example.com", Stop, 20003, "authorizationFault")]
    [InlineData("nobody@example.com", Stop, 20006, "authorizationFault")]
    [InlineData("locked@example.com", Stop, 10002, "authenticationFault")]
    [InlineData("stranger@example.com", Stop, 10001, "authenticationFault")]
    [InlineData("user@example.com", "<getUserCharsParam/>", 30000, "ipsApiFault")]
    public async Task Fault_HasTheElementOfItsCode(string user, string body, int code, string element)
    {
        var reply = await host.CallAsync(body, user: user);

        reply.FaultCode.Should().Be(code, reply.Text);
        reply.Body.Descendants(Reply.Base + element).Should().ContainSingle();
        reply.Body.Elements("faultstring").Single().Value.Should().Be(element);
    }

    [Theory]
    [InlineData("<getUserCharsParam><x><y/></x></getUserCharsParam>", "getUserChars")]
    public async Task Operation_IsUnavailable_WhenTheServerDoesNotHaveIt(string body, string operation)
    {
        var reply = await host.CallAsync(body);

        reply.FaultCode.Should().Be(30000);
        reply.FaultReason.Should().Be($"[default] Fault.OperationUnavailable({operation})");
    }

    [Fact]
    public async Task Checks_ComeInOrder_WhenSeveralFail()
    {
        const string Wrong = "<stopJobParam><companyHandle>21</companyHandle><jobHandle/></stopJobParam>";
        const string Malformed = "<stopJobParam><companyHandle>21</companyHandle><foo/></stopJobParam>";

        (await host.CallAsync(Malformed, user: "stranger@example.com")).FaultCode.Should().Be(30003);
        (await host.CallAsync(Wrong, user: "stranger@example.com")).FaultCode.Should().Be(10001);
        (await host.CallAsync(Wrong, user: "web@example.com")).FaultCode.Should().Be(20003);
        (await host.CallAsync(Wrong)).FaultCode.Should().Be(30002);
        (await host.CallAsync(Wrong.Replace("<jobHandle/>", "<jobHandle>x</jobHandle>", StringComparison.Ordinal))).FaultCode.Should().Be(20006);
    }

    [Fact]
    public async Task Fault_HidesTheFailureAndTheLogHasIt_WhenTheFailureIsUnexpected()
    {
        host.Queries.Failure = new InvalidOperationException("disk /var/secret is full");

        var reply = await host.CallAsync("<getActiveJobsParam/>");

        host.Queries.Clear();
        reply.FaultCode.Should().Be(30000);
        reply.Text.Should().NotContain("secret");
        var reference = reply.FaultReason!.Split('(', ')')[1];
        host.Log.All.Should().MatchRegex($"Internal error {reference} .*disk /var/secret is full");
    }

    [Fact]
    public async Task Fault_Is30000_WhenAJobChangedInTheSameMoment()
    {
        host.Queries.Triggers.Add(Samples.Trigger() with { TriggerId = Samples.ContestedTriggerId });

        var reply = await host.CallAsync("<pauseJobParam><companyHandle>47</companyHandle><jobHandle>47|My Test Job|</jobHandle></pauseJobParam>");

        host.Queries.Clear();
        reply.FaultCode.Should().Be(30000);
        reply.FaultReason.Should().Be("[default] Fault.StateConflict()");
    }

    [Fact]
    public async Task Reason_StaysWellFormed_WhenItQuotesMarkup()
    {
        var reply = await host.CallAsync("<stopJobParam><companyHandle>&lt;a&gt;&amp;\u0085</companyHandle><jobHandle>x</jobHandle></stopJobParam>");

        reply.FaultReason.Should().Be("[default] Fault.InvalidCompany(<a>&\u0085)");
    }

    [Theory]
    [InlineData(SoapText.Soap11, "s:mustUnderstand=\"1\"", true)]
    [InlineData(SoapText.Soap11, "s:mustUnderstand=\"1\" s:actor=\"http://schemas.xmlsoap.org/soap/actor/next\"", true)]
    [InlineData(SoapText.Soap11, "s:mustUnderstand=\"1\" s:actor=\"urn:somebody\"", false)]
    [InlineData(SoapText.Soap11, "s:mustUnderstand=\"0\"", false)]
    [InlineData(SoapText.Soap11, "", false)]
    [InlineData(SoapText.Soap12, "s:mustUnderstand=\"true\"", true)]
    [InlineData(SoapText.Soap12, "s:mustUnderstand=\"true\" s:role=\"http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver\"", true)]
    [InlineData(SoapText.Soap12, "s:mustUnderstand=\"true\" s:role=\"http://www.w3.org/2003/05/soap-envelope/role/none\"", false)]
    public async Task Header_LeadsToMustUnderstand_WhenItIsUnknownAndInsists(string soap, string attributes, bool isRefused)
    {
        var envelope = SoapText.Envelope("<getActiveJobsParam/>", soap: soap)
            .Replace("<s:Header>", $"<s:Header><x:Security xmlns:x=\"urn:x\" {attributes}><x:deep/></x:Security>", StringComparison.Ordinal);

        var reply = await host.PostAsync(envelope);

        reply.Status.Should().Be(isRefused ? HttpStatusCode.InternalServerError : HttpStatusCode.OK);
        reply.Text.Contains("MustUnderstand", StringComparison.Ordinal).Should().Be(isRefused);
        reply.FaultCode.Should().BeNull();
    }

    [Fact]
    public async Task Header_IsPassedOver_WhenItIsUnknownInANamespaceOfTheApi()
    {
        var envelope = SoapText.Envelope("<getActiveJobsParam/>")
            .Replace("<s:Header>", $"<s:Header><x:sessionHeader xmlns:x=\"{SoapText.Namespace("")}\" s:mustUnderstand=\"1\"/>", StringComparison.Ordinal);

        (await host.PostAsync(envelope)).Status.Should().Be(HttpStatusCode.OK);
    }
}
