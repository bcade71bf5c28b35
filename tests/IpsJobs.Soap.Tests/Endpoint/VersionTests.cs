using System.Net;
using System.Xml.Linq;
using IpsJobs.Soap.Tests.Hosting;

namespace IpsJobs.Soap.Tests.Endpoint;

/// <summary>Every version of the API is answered in its own namespace and with its own form of handles.</summary>
public sealed class VersionTests(SoapHost host) : IClassFixture<SoapHost>
{
    private const string Submit = """
        <submitJobParam><companyHandle>47</companyHandle><jobName>My Test Job</jobName><imageServingPublishJob><publishType>Full</publishType><emailSetting>Error</emailSetting></imageServingPublishJob></submitJobParam>
        """;

    [Theory]
    [InlineData("", "47|My Test Job|")]
    [InlineData("2008-01-15", "j|47|My Test Job|")]
    [InlineData("2008-09-10", "j|47|My Test Job|")]
    [InlineData("2009-07-31", "j|47|My Test Job|")]
    [InlineData("2010-01-31", "j|47|My Test Job||")]
    [InlineData("2012-02-14", "j|47|My Test Job||")]
    [InlineData("2013-02-15", "j|47|My Test Job||")]
    [InlineData("2014-04-03", "j|47|My Test Job||")]
    [InlineData("2016-01-14", "j|47|My Test Job||")]
    [InlineData("2014-04-03-beta", "j|47|My Test Job||")]
    public async Task SubmitJob_AnswersInKind_InEveryVersion(string version, string handle)
    {
        var reply = await host.CallAsync(Submit, version);

        reply.Status.Should().Be(HttpStatusCode.OK, reply.Text);
        reply.Body.BeXml(version, $"<submitJobReturn><jobHandle>{handle}</jobHandle></submitJobReturn>");
    }

    [Fact]
    public async Task SubmitJob_StoresTheJob_WhenAccepted()
    {
        host.Store.Added.Clear();

        await host.CallAsync(Submit, headerFields: "<locale>fr_FR</locale>");

        var definition = host.Store.Added.Should().ContainSingle().Subject.Definition;
        definition.OriginalName.Should().Be("My Test Job");
        definition.CompanyId.Should().Be(47);
        definition.SubmitUserEmail.Should().Be("user@example.com");
        definition.RequestLocale.Should().Be("fr-FR");
        definition.Locale.Should().BeNull();
    }

    [Theory]
    [InlineData(SoapText.Soap11, "text/xml", "text/xml; charset=utf-8")]
    [InlineData(SoapText.Soap12, "application/soap+xml; charset=utf-8; action=\"submitJob\"", "application/soap+xml; charset=utf-8")]
    [InlineData(SoapText.Soap12, "text/xml", "application/soap+xml; charset=utf-8")]
    [InlineData(SoapText.Soap11, "application/soap+xml", "text/xml; charset=utf-8")]
    public async Task Reply_IsInTheSoapVersionOfTheEnvelope_WhateverTheContentType(string soap, string contentType, string expected)
    {
        var reply = await host.PostAsync(SoapText.Envelope(Submit, soap: soap), contentType);

        reply.Status.Should().Be(HttpStatusCode.OK, reply.Text);
        reply.ContentType.Should().Be(expected);
        reply.Envelope.Name.Should().Be(XName.Get("Envelope", soap));
        reply.ContentHeaders.ContentLength.Should().Be(reply.Bytes.Length);
    }

    [Fact]
    public async Task Request_IsAccepted_WhenItNamesAnOperationOfALaterVersion()
    {
        var reply = await host.CallAsync("<getActiveJobsParam><includeWaitingJobs>true</includeWaitingJobs></getActiveJobsParam>", version: "");

        reply.Body.BeXml("", "<getActiveJobsReturn><jobArray/></getActiveJobsReturn>");
    }
}
