using System.IO.Compression;
using System.Net;
using System.Text;
using IpsJobs.Soap.Tests.Hosting;

namespace IpsJobs.Soap.Tests.Endpoint;

/// <summary>Whatever is no request of the API gets a well-formed fault 30003, quickly and in bounded memory.</summary>
public sealed class RefusalTests(SoapHost host) : IClassFixture<SoapHost>
{
    private const string V = "http://www.scene7.com/IpsApi/xsd/2014-04-03";

    public static TheoryData<string, string> Malformed { get; } = new()
    {
        { "", "Root element is missing" },
        { "   ", "Root element is missing" },
        { "hello", "invalid" },
        { "<unclosed>", "The root element is not a SOAP envelope" },
        { "<html/>", "The root element is not a SOAP envelope" },
        { $"<submitJobParam xmlns=\"{V}\"/>", "The root element is not a SOAP envelope" },
        { "<Envelope/>", "neither SOAP 1.1 nor SOAP 1.2" },
        { "<Envelope xmlns=\"urn:other\"><Body/></Envelope>", "neither SOAP 1.1 nor SOAP 1.2" },
        { Soap(""), "The envelope has no body" },
        { $"<s:Envelope xmlns:s=\"{SoapText.Soap11}\"/>", "The envelope has no body" },
        { Soap("<s:Header/>"), "The envelope has no body" },
        { Soap("<Body><x/></Body>"), "The envelope has no body" },
        { Soap("<s:Body/>"), "The body is empty" },
        { Soap("<s:Body> </s:Body>"), "The body holds no request" },
        { Soap("<s:Body>text</s:Body>"), "The body holds no request" },
        { Soap("<s:Body><x/></s:Body>"), "Element 'x' is not in a namespace of the API" },
        { Soap("<s:Body><submitJobParam/></s:Body>"), "Element 'submitJobParam' is not in a namespace of the API" },
        {
            Soap("<s:Body><getActiveJobsParam xmlns=\"http://www.scene7.com/IpsApi/xsd/2011-11-11\"/></s:Body>"),
            "not in a namespace of the API"
        },
        { Soap($"<s:Body><submitJob xmlns=\"{V}\"/></s:Body>"), "Element 'submitJob' is not a request of the API" },
        { Soap($"<s:Body><Param xmlns=\"{V}\"/></s:Body>"), "Element 'Param' is not a request of the API" },
        {
            Soap($"<s:Body><getActiveJobsParam xmlns=\"{V}\"/><getActiveJobsParam xmlns=\"{V}\"/></s:Body>"),
            "Something follows the request"
        },
        { Soap($"<s:Body><getActiveJobsParam xmlns=\"{V}\"/></s:Body><more/>"), "Something follows the request" },
        { Soap($"<s:Body><getActiveJobsParam xmlns=\"{V}\"/></s:Body>") + "<more/>", "root" },
        { Active("<foo/>"), "Element 'foo' is not known in 'getActiveJobsParam'" },
        { Active("<x:jobHandle xmlns:x=\"urn:x\"/>"), "not in a namespace of the API" },
        { Active("<jobHandle/><jobHandle/>"), "occurs more than once" },
        {
            Active("<includeWaitingJobs>maybe</includeWaitingJobs>"),
            "'maybe' is not a valid xsd:boolean in 'includeWaitingJobs'"
        },
        {
            Soap($"<s:Body><getJobLogsParam xmlns=\"{V}\"><numRows>9999999999</numRows></getJobLogsParam></s:Body>"),
            "is not a valid xsd:int in 'numRows'"
        },
        { "<!DOCTYPE a [<!ENTITY b 'c'>]>" + Soap($"<s:Body><getActiveJobsParam xmlns=\"{V}\"/></s:Body>"), "A document type declaration is not allowed" },
        { Active("<jobHandle>&unknown;</jobHandle>"), "undeclared entity" },
        { Active("<jobHandle>&#0;</jobHandle>"), "invalid character" },
        { "<?xml version=\"1.0\" encoding=\"klingon\"?>" + Soap("<s:Body/>"), "encoding is not supported" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Request_IsRefusedWith30003_WhenItIsNoRequest(string body, string detail)
    {
        var reply = await host.PostAsync(body);

        ShouldBeRefused(reply, detail);
    }

    [Fact]
    public async Task Request_IsRefused_AtWhateverByteItIsCutOff()
    {
        var whole = Encoding.UTF8.GetBytes(SoapText.Envelope("<getActiveJobsParam><companyHandle>47</companyHandle></getActiveJobsParam>"));
        for (var length = 1; length < whole.Length - 1; length += 7)
            ShouldBeRefused(await host.PostAsync(whole[..length]), "InvalidRequestXml");
    }

    [Fact]
    public async Task Request_IsRefused_WhenBytesAreIllegalInTheEncoding()
    {
        var bytes = Encoding.UTF8.GetBytes(SoapText.Envelope("<getActiveJobsParam><originalName>#</originalName></getActiveJobsParam>"));
        bytes[Array.IndexOf(bytes, (byte)'#')] = 0xFF;

        ShouldBeRefused(await host.PostAsync(bytes), "InvalidRequestXml");
        ShouldBeRefused(await host.PostAsync(bytes, "text/xml; charset=us-ascii"), "Bytes that are illegal in the character encoding");
    }

    [Theory]
    [InlineData("<s:Header>", "</s:Header>")]
    [InlineData("<s:Header><x:h xmlns:x=\"urn:x\">", "</x:h></s:Header>")]
    [InlineData("<s:Header><authHeader><user>", "</user></authHeader></s:Header>")]
    [InlineData(
        "<s:Body><getActiveJobsParam xmlns=\"" + V + "\"><jobHandle x:nil=\"1\" xmlns:x=\"http://www.w3.org/2001/XMLSchema-instance\">",
        "</jobHandle></getActiveJobsParam></s:Body>")]
    public async Task Request_IsRefused_WhenElementsAreNestedTooDeeply(string before, string after)
    {
        const int depth = 100_000;
        var nested = new StringBuilder().Insert(0, "<a>", depth).Insert(depth * 3, "</a>", depth).ToString();

        ShouldBeRefused(await host.PostAsync(Soap(before + nested + after)), "nested");
    }

    [Fact]
    public async Task Request_IsRefused_WhenAHundredThousandElementsAreNestedInTheBody()
    {
        const int depth = 100_000;
        var nested = new StringBuilder().Insert(0, "<a>", depth).Insert(depth * 3, "</a>", depth).ToString();

        ShouldBeRefused(await host.PostAsync(Soap($"<s:Body>{nested}</s:Body>")), "not in a namespace of the API");
        ShouldBeRefused(await host.PostAsync(Active($"<jobHandle>{nested}</jobHandle>")), "not known");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Request_IsRefusedAndTheConnectionClosed_WhenItIsTooLarge(bool chunked)
    {
        var name = new string('x', host.Options.MaxRequestBytes);
        var body = SoapText.Envelope($"<getActiveJobsParam><originalName>{name}</originalName></getActiveJobsParam>");

        var reply = await host.PostAsync(body, change: request => request.Headers.TransferEncodingChunked = chunked);

        ShouldBeRefused(reply, $"The request is larger than {host.Options.MaxRequestBytes} bytes");
        reply.Headers.ConnectionClose.Should().BeTrue();
    }

    [Fact]
    public async Task Request_IsAccepted_WhenItIsAsLargeAsAllowed()
    {
        var frame = SoapText.Envelope("<getActiveJobsParam><originalName></originalName></getActiveJobsParam>").Length;
        var name = new string('x', host.Options.MaxRequestBytes - Encoding.UTF8.GetByteCount("ä") + 1 - frame);

        var reply = await host.CallAsync($"<getActiveJobsParam><originalName>{name}</originalName></getActiveJobsParam>");

        reply.Status.Should().Be(HttpStatusCode.OK, reply.FaultReason ?? "");
    }

    [Fact]
    public async Task Request_IsRefused_WhenThreeMegabytesInflateToGigabytes()
    {
        // A gigabyte of blanks, compressed three times smaller than a thousandth.
        var bomb = Gzip(stream =>
        {
            var megabyte = new byte[1024 * 1024];
            Array.Fill(megabyte, (byte)' ');
            for (var i = 0; i < 1024; i++)
                stream.Write(megabyte);
        });
        var before = GC.GetTotalAllocatedBytes();

        var reply = await host.PostAsync(bomb[..Math.Min(bomb.Length, host.Options.MaxRequestBytes)], change: Gzipped);

        ShouldBeRefused(reply, "The request is larger than");
        (GC.GetTotalAllocatedBytes() - before).Should().BeLessThan(64 * 1024 * 1024);
    }

    [Fact]
    public async Task Request_IsRefused_WhenCompressedDataAreDamaged()
    {
        ShouldBeRefused(await host.PostAsync("this is not gzip", change: Gzipped), "The compressed body is damaged");
    }

    [Fact]
    public async Task Request_IsRefused_WhenTheCompressionIsUnknown()
    {
        var reply = await host.PostAsync("x", change: request => request.Content!.Headers.ContentEncoding.Add("br"));

        ShouldBeRefused(reply, "The content encoding is not supported");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("deflate")]
    public async Task Request_IsUnderstood_WhenCompressed(string coding)
    {
        var body = Encoding.UTF8.GetBytes(SoapText.Envelope("<getActiveJobsParam/>"));
        var compressed = coding == "deflate" ? Zlib(body) : Gzip(stream => stream.Write(body));

        var reply = await host.PostAsync(compressed, change: request => request.Content!.Headers.ContentEncoding.Add(coding));

        reply.Status.Should().Be(HttpStatusCode.OK, reply.Text);
    }

    [Fact]
    public async Task Fault_IsInSoap12_WhenTheContentTypeSaysSoAndTheEnvelopeIsUnreadable()
    {
        var reply = await host.PostAsync("<", "application/soap+xml");

        reply.Status.Should().Be(HttpStatusCode.InternalServerError);
        reply.ContentType.Should().Be("application/soap+xml; charset=utf-8");
        reply.FaultCode.Should().Be(30003);
    }

    [Fact]
    public async Task Detail_IsShort_WhenANameIsLong()
    {
        var reply = await host.PostAsync(Active($"<{new string('x', 10_000)}/>"));

        ShouldBeRefused(reply, "is not known in");
        reply.FaultReason!.Length.Should().BeLessThan(400);
    }

    private static void ShouldBeRefused(Reply reply, string detail)
    {
        reply.Status.Should().Be(HttpStatusCode.InternalServerError);
        reply.FaultCode.Should().Be(30003);
        reply.FaultReason.Should().StartWith("[default] Fault.InvalidRequestXml(").And.ContainEquivalentOf(detail);
    }

    private static void Gzipped(HttpRequestMessage request) => request.Content!.Headers.ContentEncoding.Add("gzip");

    private static byte[] Gzip(Action<Stream> write)
    {
        var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
            write(gzip);
        return buffer.ToArray();
    }

    private static byte[] Zlib(byte[] bytes)
    {
        var buffer = new MemoryStream();
        using (var zlib = new ZLibStream(buffer, CompressionLevel.Fastest))
            zlib.Write(bytes);
        return buffer.ToArray();
    }

    private static string Active(string content) =>
        Soap($"<s:Body><getActiveJobsParam xmlns=\"{V}\">{content}</getActiveJobsParam></s:Body>");

    private static string Soap(string content) => $"<s:Envelope xmlns:s=\"{SoapText.Soap11}\">{content}</s:Envelope>";
}
