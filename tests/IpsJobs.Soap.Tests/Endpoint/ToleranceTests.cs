using System.Net;
using System.Text;
using IpsJobs.Soap.Tests.Hosting;
using IpsJobs.Testing;

namespace IpsJobs.Soap.Tests.Endpoint;

/// <summary>What real clients send, byte by byte: each request submits the same job.</summary>
public sealed class ToleranceTests(SoapHost host) : IClassFixture<SoapHost>
{
    private const string Expected = "<submitJobReturn><jobHandle>j|47|Grüße||</jobHandle></submitJobReturn>";

    private static readonly string Folder = RepositoryFolder.Of("tests", "IpsJobs.Soap.Tests", "Envelopes", "Requests");

    public static TheoryData<string> Requests { get; } = [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Order()];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Request_IsUnderstood_AsTheClientWritesIt(string file)
    {
        // Without a charset, so that only the bytes say how they are encoded.
        var reply = await host.PostAsync(await File.ReadAllBytesAsync(Path.Combine(Folder, file)), "text/xml");

        reply.Status.Should().Be(HttpStatusCode.OK, reply.Text);
        reply.Body.BeXml("2014-04-03", Expected);
    }

    [Fact]
    public void Requests_AreThere() => Requests.Should().HaveCountGreaterThan(15);

    [Theory]
    [InlineData("text/xml; charset=ISO-8859-1", "iso-8859-1")]
    [InlineData("text/xml;charset=\"iso-8859-1\"", "iso-8859-1")]
    [InlineData("text/xml; charset=windows-1252", "iso-8859-1")]
    [InlineData("text/xml; charset=\"UTF-8\"", "utf-8")]
    [InlineData("text/xml; charset=utf-16", "utf-16BE")]
    [InlineData("", "utf-8")]
    [InlineData("nonsense", "utf-8")]
    public async Task Encoding_IsThatOfTheContentType_WhenTheDocumentDoesNotSay(string contentType, string encoding)
    {
        var text = SoapText.Envelope(
            "<submitJobParam><companyHandle>47</companyHandle><jobName>Grüße</jobName><imageServingPublishJob><publishType>Full</publishType><emailSetting>All</emailSetting></imageServingPublishJob></submitJobParam>");

        var reply = await host.PostAsync(Encoding.GetEncoding(encoding).GetBytes(text), contentType);

        reply.Status.Should().Be(HttpStatusCode.OK, reply.Text);
        reply.Body.BeXml("2014-04-03", Expected);
    }

    [Theory]
    [InlineData("SOAPAction", "getActiveJobs", false)]
    [InlineData("SOAPAction", "\"getActiveJobs\"", false)]
    [InlineData("Soapaction", "\"getActiveJobs\"", false)]
    [InlineData("SOAPAction", "\"\"", false)]
    [InlineData("SOAPAction", "", false)]
    [InlineData("SOAPAction", "\"http://www.scene7.com/IpsApi/getActiveJobs\"", false)]
    [InlineData("SOAPAction", "\"stopJob\"", true)]
    public async Task Operation_IsTheRootOfTheBody_WhateverTheActionSays(string header, string value, bool isLogged)
    {
        var before = Count("The SOAPAction of a request disagrees");

        var reply = await host.PostAsync(
            SoapText.Envelope("<getActiveJobsParam/>"), change: request => request.Headers.TryAddWithoutValidation(header, value));

        reply.Body.BeXml("2014-04-03", "<getActiveJobsReturn><jobArray/></getActiveJobsReturn>");
        (Count("The SOAPAction of a request disagrees") - before).Should().Be(isLogged ? 1 : 0);
    }

    [Theory]
    [InlineData("/scene7/services/IpsApiService")]
    [InlineData("/scene7/services/IpsApiService/")]
    [InlineData("/scene7/services/IpsApiService/getActiveJobs")]
    [InlineData("/scene7/services/IpsApiService/anything")]
    [InlineData("/scene7/services/ipsapiservice")]
    public async Task Service_Answers_AtEveryFormOfItsAddress(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Root, path));
        request.Content = new StringContent(SoapText.Envelope("<getActiveJobsParam/>"), Encoding.UTF8, "text/xml");

        var reply = await SoapHost.SendAsync(request);

        reply.Status.Should().Be(HttpStatusCode.OK);
        reply.Body.Name.LocalName.Should().Be("getActiveJobsReturn");
    }

    [Fact]
    public async Task Children_AreUnderstood_InTheNamespaceOfAnotherVersionOrNone()
    {
        var body = """
            <submitJobParam><companyHandle xmlns="http://www.scene7.com/IpsApi/xsd">47</companyHandle><jobName xmlns="">Grüße</jobName><imageServingPublishJob xmlns="http://www.scene7.com/IpsApi/xsd/2010-01-31"><publishType>Full</publishType><emailSetting>All</emailSetting></imageServingPublishJob></submitJobParam>
            """;

        var reply = await host.CallAsync(body);

        reply.Body.BeXml("2014-04-03", Expected);
    }

    private int Count(string text) => host.Log.All.Split(text).Length - 1;
}
