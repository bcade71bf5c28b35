using System.Net;
using System.Xml.Linq;
using IpsJobs.Contracts;
using IpsJobs.Soap.Tests.Hosting;

namespace IpsJobs.Soap.Tests.Wsdl;

/// <summary>Addresses of the WSDLs, and the address in them.</summary>
public sealed class WsdlTests(SoapHost host) : IClassFixture<SoapHost>
{
    private static readonly XNamespace Wsdl = "http://schemas.xmlsoap.org/wsdl/";

    [Theory]
    [InlineData("/scene7/services/IpsApiService?wsdl", "2014-04-03")]
    [InlineData("/scene7/services/IpsApiService?WSDL", "2014-04-03")]
    [InlineData("/scene7/services/IpsApiService/?wsdl", "2014-04-03")]
    [InlineData("/scene7/services/IpsApiService?wsdl=2010-01-31", "2010-01-31")]
    [InlineData("/scene7/webservice/IpsApi.wsdl", "")]
    [InlineData("/scene7/IpsApi.wsdl", "")]
    [InlineData("/scene7/webservice/IpsApi-2008-01-15.wsdl", "2008-01-15")]
    [InlineData("/scene7/webservice/IpsApi-2008-09-10.wsdl", "2008-09-10")]
    [InlineData("/scene7/webservice/IpsApi-2009-07-31.wsdl", "2009-07-31")]
    [InlineData("/scene7/webservice/IpsApi-2010-01-31.wsdl", "2010-01-31")]
    [InlineData("/scene7/webservice/IpsApi-2012-02-14.wsdl", "2012-02-14")]
    [InlineData("/scene7/webservice/IpsApi-2013-02-15.wsdl", "2013-02-15")]
    [InlineData("/scene7/IpsApi-2014-04-03.wsdl", "2014-04-03")]
    public async Task Wsdl_IsThatOfTheVersion_WithTheCallersOwnAddress(string path, string version)
    {
        var reply = await host.GetAsync(path);

        reply.Status.Should().Be(HttpStatusCode.OK);
        reply.ContentType.Should().Be("text/xml; charset=utf-8");
        reply.Envelope.Name.Should().Be(Wsdl + "definitions");
        reply.Envelope.Descendants().Where(e => e.Name.LocalName == "schema").Select(e => (string?)e.Attribute("targetNamespace"))
            .Should().Contain(SoapText.Namespace(version));
        Addresses(reply).Should().HaveCount(2).And.OnlyContain(address => address == host.Service.AbsoluteUri);
    }

    [Fact]
    public async Task Wsdl_NamesExactlyTheOperationsThatTheServerHas()
    {
        var wsdl = (await host.GetAsync("/scene7/services/IpsApiService?wsdl")).Envelope;
        var named = wsdl.Elements(Wsdl + "portType").Elements(Wsdl + "operation").Select(o => (string)o.Attribute("name")!).ToList();

        named.Should().Contain(["submitJob", "getUserInfo"]);
        foreach (var operation in ContractOperations.All)
        {
            var reply = await host.CallAsync($"<{operation.RequestElement}/>");
            (reply.FaultReason?.Contains("OperationUnavailable", StringComparison.Ordinal) == true)
                .Should().Be(!named.Contains(operation.Name), operation.Name);
        }
    }

    [Theory]
    [InlineData("/scene7/webservice/IpsApi-2011-01-01.wsdl")]
    [InlineData("/scene7/webservice/IpsApi-x.wsdl")]
    [InlineData("/scene7/services/IpsApiService?wsdl=1999-01-01")]
    public async Task Wsdl_IsNotFound_WhenTheVersionIsUnknown(string path)
    {
        var reply = await host.GetAsync(path);

        reply.Status.Should().Be(HttpStatusCode.NotFound);
        reply.Text.Should().Contain("no WSDL of that version");
    }

    [Theory]
    [InlineData("https", "ips.example.com", "https://ips.example.com/scene7/services/IpsApiService")]
    [InlineData("https", "ips.example.com:8443, inner.local", "https://ips.example.com:8443/scene7/services/IpsApiService")]
    [InlineData("https, http", "ips.example.com", "https://ips.example.com/scene7/services/IpsApiService")]
    public async Task Address_IsTheOneInFrontOfTheProxy_WhenItSaysSo(string scheme, string name, string expected)
    {
        var reply = await host.GetAsync("/scene7/webservice/IpsApi.wsdl", request =>
        {
            request.Headers.Add("X-Forwarded-Proto", scheme);
            request.Headers.Add("X-Forwarded-Host", name);
        });

        Addresses(reply).Should().OnlyContain(address => address == expected);
    }

    [Theory]
    [InlineData("X-Forwarded-Proto", "javascript")]
    [InlineData("X-Forwarded-Host", "a b<c")]
    public async Task Address_IsTheConnections_WhenTheProxyTalksNonsense(string header, string value)
    {
        var reply = await host.GetAsync("/scene7/webservice/IpsApi.wsdl", request => request.Headers.TryAddWithoutValidation(header, value));

        Addresses(reply).Should().OnlyContain(address => address == host.Service.AbsoluteUri);
    }

    [Fact]
    public async Task Address_HasTheHostThatTheCallerNamed()
    {
        var reply = await host.GetAsync("/scene7/IpsApi.wsdl", request => request.Headers.Host = "my-alias:81");

        Addresses(reply).Should().OnlyContain(address => address == "http://my-alias:81/scene7/services/IpsApiService");
    }

    [Fact]
    public async Task Address_IsTheOneAskedFor_EscapedForXml()
    {
        var reply = await host.GetAsync("/scene7/IpsApi.wsdl?serviceUrl=https%3A%2F%2Fa.example%2Fs%3Fx%3D1%26y%3D%22%3C");

        Addresses(reply).Should().OnlyContain(address => address == "https://a.example/s?x=1&y=\"<");
    }

    [Theory]
    [InlineData("ftp://a/b")]
    [InlineData("/relative")]
    [InlineData("nonsense")]
    public async Task Wsdl_IsRefused_WhenTheAddressAskedForIsNoWebAddress(string url)
    {
        var reply = await host.GetAsync("/scene7/IpsApi.wsdl?serviceUrl=" + Uri.EscapeDataString(url));

        reply.Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Wsdl_IsCompressed_WhenTheClientTakesGzip()
    {
        var reply = await host.GetAsync("/scene7/IpsApi.wsdl", request => request.Headers.Add("Accept-Encoding", "gzip"));

        reply.ContentHeaders.ContentEncoding.Should().Contain("gzip");
    }

    private static List<string?> Addresses(Reply reply) =>
        [.. reply.Envelope.Descendants().Where(e => e.Name.LocalName == "address").Select(e => (string?)e.Attribute("location"))];
}
