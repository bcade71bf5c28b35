using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using IpsJobs.Soap.Tests.Fakes;
using IpsJobs.Soap.Tests.Hosting;

namespace IpsJobs.Soap.Tests.Endpoint;

/// <summary>The HTTP around the envelopes: methods, connections, compression.</summary>
public sealed class HttpTests(SoapHost host) : IClassFixture<SoapHost>
{
    private const string Path = "/scene7/services/IpsApiService";

    private static readonly string Body = SoapText.Envelope("<getActiveJobsParam/>");

    [Theory]
    [InlineData("close")]
    [InlineData("TE, close")]
    [InlineData("Close")]
    public async Task Connection_IsClosedAndSaidSo_WhenTheClientAsksForIt(string connection)
    {
        var reply = await host.SendRawAsync(Post("1.1", $"Host: x\r\nConnection: {connection}\r\n"));

        reply.Should().StartWith("HTTP/1.1 200 OK\r\n").And.Contain("\r\nConnection: close\r\n").And.Contain("getActiveJobsReturn");
    }

    [Fact]
    public async Task Connection_IsClosedAndSaidSo_WhenTheWsdlIsAskedForThatWay()
    {
        var reply = await host.SendRawAsync(Encoding.ASCII.GetBytes($"GET {Path}?wsdl HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));

        reply.Should().Contain("\r\nConnection: close\r\n").And.Contain("http://x/scene7/services/IpsApiService");
    }

    [Fact]
    public async Task Connection_IsClosedAndSaidSo_WhenTheAnswerIsAFault()
    {
        var reply = await host.SendRawAsync(Post("1.1", "Host: x\r\nConnection: close\r\n", "<nonsense/>"));

        reply.Should().StartWith("HTTP/1.1 500").And.Contain("\r\nConnection: close\r\n").And.Contain("30003");
    }

    [Fact]
    public async Task Reply_IsWholeAndUnchunked_InHttp10()
    {
        var reply = await host.SendRawAsync(Post("1.0", ""));

        reply.Should().Contain(" 200 OK\r\n").And.Contain("\r\nContent-Length: ").And.NotContain("Transfer-Encoding");
        reply.Should().EndWith("</soapenv:Envelope>");
    }

    [Fact]
    public async Task Connection_StaysOpen_ByDefault()
    {
        var two = Post("1.1", "Host: x\r\n").Concat(Post("1.1", "Host: x\r\nConnection: close\r\n")).ToArray();

        var reply = await host.SendRawAsync(two);

        reply.Split("HTTP/1.1 200 OK").Should().HaveCount(3);
    }

    [Fact]
    public async Task Connection_StaysOpen_AfterAFaultWhoseRequestWasReadWhole()
    {
        var two = Post("1.1", "Host: x\r\n", "<nonsense/>").Concat(Post("1.1", "Host: x\r\nConnection: close\r\n")).ToArray();

        var reply = await host.SendRawAsync(two);

        reply.Should().Contain("HTTP/1.1 500").And.Contain("HTTP/1.1 200 OK");
    }

    [Fact]
    public async Task Request_IsAskedFor_WhenTheClientWaitsForContinue()
    {
        var request = Post("1.1", "Host: x\r\nExpect: 100-continue\r\nConnection: close\r\n");
        var head = request.Length - Encoding.UTF8.GetByteCount(Body);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, host.Root.Port);
        using var reader = new StreamReader(socket.GetStream(), Encoding.UTF8);

        await socket.GetStream().WriteAsync(request.AsMemory(0, head));
        var first = await reader.ReadLineAsync();
        await socket.GetStream().WriteAsync(request.AsMemory(head));

        first.Should().Be("HTTP/1.1 100 Continue");
        (await reader.ReadToEndAsync()).Should().Contain("HTTP/1.1 200 OK");
    }

    [Fact]
    public async Task Request_IsUnderstood_WhenChunked()
    {
        var text = new StringBuilder($"POST {Path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n");
        foreach (var chunk in Encoding.UTF8.GetBytes(Body).Chunk(5))
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{chunk.Length:x}\r\n{Encoding.Latin1.GetString(chunk)}\r\n");

        var reply = await host.SendRawAsync(Encoding.Latin1.GetBytes(text.Append("0\r\n\r\n").ToString()));

        reply.Should().StartWith("HTTP/1.1 200 OK");
    }

    [Fact]
    public async Task Request_GetsAFault_WhenItsChunksAreDamaged()
    {
        var request = $"POST {Path} HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n";

        var reply = await host.SendRawAsync(Encoding.ASCII.GetBytes(request));

        reply.Should().StartWith("HTTP/1.1 500").And.Contain("<code>30003</code>").And.Contain("\r\nConnection: close\r\n");
    }

    [Theory]
    [InlineData("gzip, deflate", true)]
    [InlineData("deflate;q=0.5, GZIP;q=0.1", true)]
    [InlineData("x-gzip", true)]
    [InlineData("gzip;q=0", false)]
    [InlineData("gzip;q=0.000", false)]
    [InlineData("none", false)]
    [InlineData("identity", false)]
    [InlineData("*", false)]
    [InlineData("", false)]
    public async Task Reply_IsCompressed_OnlyWhenGzipIsNamed(string acceptEncoding, bool isCompressed)
    {
        FillLargeReply();

        var reply = await host.PostAsync(Body, change: request => request.Headers.TryAddWithoutValidation("Accept-Encoding", acceptEncoding));

        reply.ContentHeaders.ContentEncoding.Contains("gzip").Should().Be(isCompressed);
        var text = isCompressed ? Inflate(reply.Bytes) : reply.Text;
        text.Should().EndWith("</soapenv:Envelope>");
        reply.ContentHeaders.ContentLength.Should().Be(reply.Bytes.Length);
    }

    [Fact]
    public async Task Reply_IsNotCompressed_WhenItIsSmallOrTheHeaderForbidsIt()
    {
        static void Ask(HttpRequestMessage request) => request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");

        host.Queries.Clear();
        (await host.PostAsync(Body, change: Ask)).ContentHeaders.ContentEncoding.Should().BeEmpty();
        FillLargeReply();
        var forbidden = SoapText.Envelope("<getActiveJobsParam/>", headerFields: "<gzipResponse>false</gzipResponse>");
        var allowed = SoapText.Envelope("<getActiveJobsParam/>", headerFields: "<gzipResponse>true</gzipResponse>");
        (await host.PostAsync(forbidden, change: Ask)).ContentHeaders.ContentEncoding.Should().BeEmpty();
        (await host.PostAsync(allowed, change: Ask)).ContentHeaders.ContentEncoding.Should().Contain("gzip");
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PATCH")]
    public async Task Method_IsRefusedWithThoseAllowed_WhenItIsAnother(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), host.Service);

        var reply = await SoapHost.SendAsync(request);

        reply.Status.Should().Be(HttpStatusCode.MethodNotAllowed);
        reply.ContentHeaders.Allow.Should().Equal("GET", "HEAD", "POST");
    }

    [Fact]
    public async Task Get_ExplainsWhereTheWsdlIs_WithoutQuery()
    {
        var reply = await host.GetAsync(Path);

        reply.Status.Should().Be(HttpStatusCode.OK);
        reply.ContentType.Should().Be("text/plain; charset=utf-8");
        reply.Text.Should().Contain("?wsdl");
    }

    [Fact]
    public async Task Replies_DoNotMix_WhenManyCallersAskAtOnce()
    {
        var calls = Enumerable.Range(0, 200).Select(async i =>
        {
            var reply = await host.CallAsync($"<stopJobParam><companyHandle>47</companyHandle><jobHandle>bad{i}</jobHandle></stopJobParam>");
            reply.FaultReason.Should().Be($"[default] Fault.InvalidJobHandle(bad{i})");
        });

        await Task.WhenAll(calls);
    }

    private void FillLargeReply()
    {
        host.Queries.Clear();
        for (var i = 0; i < 20; i++)
            host.Queries.Instances.Add(Samples.Instance());
    }

    private static string Inflate(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static byte[] Post(string version, string headers, string? body = null)
    {
        var content = Encoding.UTF8.GetBytes(body ?? Body);
        var head = $"POST {Path} HTTP/{version}\r\n{headers}Content-Type: text/xml; charset=utf-8\r\nContent-Length: {content.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. content];
    }
}
