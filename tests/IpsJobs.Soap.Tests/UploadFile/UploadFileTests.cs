using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using IpsJobs.Core.Submission;
using IpsJobs.Soap.Tests.Hosting;

namespace IpsJobs.Soap.Tests.UploadFile;

public sealed class UploadFileTests(SoapHost host) : IClassFixture<SoapHost>
{
    private const string Params =
        "<uploadParams><overwrite>true</overwrite><readyForPublish>true</readyForPublish><createMask>false</createMask><emailSetting>None</emailSetting></uploadParams>";

    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 256).Select(i => (byte)i), .. "\r\n--=_bound:ar"u8, 0xFF];

    [Fact]
    public async Task Upload_StagesTheBytesAsTheyAre_WhateverThePartDeclares()
    {
        var reply = await PostAsync(new UploadBody().Auth().Param($"<jobName>Bytes</jobName>{Params}").File("SampleCompany/x/a.png", Bytes).End());

        reply.Status.Should().Be(HttpStatusCode.OK);
        reply.ContentType.Should().Be("text/xml; charset=utf-8");
        Root(reply).Name.Should().Be(XName.Get("uploadPostReturn", SoapText.Namespace("2014-04-03")));
        Root(reply).Value.Should().MatchRegex(@"^j\|47\|\|Bytes\|\d+$");
        var file = Delivered("Bytes").Files.Single();
        (file.Path, file.Size).Should().Be(("SampleCompany/x/a.png", Bytes.Length));
        file.Sha256.Should().Equal(SHA256.HashData(Bytes));
        (await File.ReadAllBytesAsync(Path.Combine(host.Staging, file.StagedPath))).Should().Equal(Bytes);
    }

    [Fact]
    public async Task Upload_TakesAllFiles_WhenThePartsComeInAnyOrder()
    {
        var reply = await PostAsync(new UploadBody()
            .File("1.png", [1]).Param($"<jobName>Order</jobName>{Params}").File("C:\\photos\\2.png", [2])
            .Part("Content-Disposition: form-data; name=\"comment\"", "no file").File("", []).Auth().File("3.png", []).End());

        reply.Status.Should().Be(HttpStatusCode.OK);
        Delivered("Order").Files.Select(f => (f.Path, f.Size)).Should().Equal(
            ("SampleCompany/1.png", 1), ("SampleCompany/C:/photos/2.png", 1), ("SampleCompany/3.png", 0));
    }

    [Theory]
    [InlineData("", "uploadPostParams", @"^47\|\|In $")]
    [InlineData("2008-01-15", "uploadPostParam", @"^j\|47\|\|In 2008-01-15$")]
    [InlineData("2012-02-14", "uploadPostParam", @"^j\|47\|\|In 2012-02-14\|\d+$")]
    public async Task Upload_AnswersInTheNamespaceOfTheParameters(string version, string root, string handle)
    {
        var reply = await PostAsync(new UploadBody().Auth().Param($"<jobName>In {version}</jobName>{Params}", version, root).End());

        Root(reply).Name.Should().Be(XName.Get("uploadPostReturn", SoapText.Namespace(version)));
        Root(reply).Elements().Single().Name.LocalName.Should().Be("jobHandle");
        Root(reply).Value.Should().MatchRegex(handle.Replace(" $", "$", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Upload_TakesHttpBasic_WhenThereIsNoAuthPart()
    {
        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"user@example.com:{Fakes.Samples.Password}"));

        var reply = await PostAsync(
            new UploadBody().Param($"<jobName>Basic</jobName>{Params}").End(),
            change: r => r.Headers.Authorization = new AuthenticationHeaderValue("Basic", pair));

        reply.Status.Should().Be(HttpStatusCode.OK);
    }

    public static TheoryData<string, byte[], int, string> Refusals => new()
    {
        { "no auth", new UploadBody().Param($"<jobName>R</jobName>{Params}").File("a.png", [1]).End(), 10000, "authenticationFault" },
        { "unknown user", new UploadBody().Auth("nobody@nowhere").Param($"<jobName>R</jobName>{Params}").End(), 10001, "authenticationFault" },
        { "locked user", new UploadBody().Auth("locked@example.com").Param($"<jobName>R</jobName>{Params}").End(), 10002, "authenticationFault" },
        { "role", new UploadBody().Auth("portal@example.com").Param($"<jobName>R</jobName>{Params}").End(), 20003, "authorizationFault" },
        { "no parameters", new UploadBody().Auth().File("a.png", [1]).End(), 30003, "ipsApiFault" },
        { "malformed parameters", new UploadBody().Auth().Part("Content-Disposition: form-data; name=\"uploadParams\"", "<uploadPostParam").End(), 30003, "ipsApiFault" },
        { "other root", new UploadBody().Auth().Param($"<jobName>R</jobName>{Params}", root: "submitJobParam").End(), 30003, "ipsApiFault" },
        { "other namespace", new UploadBody().Auth().Part("Content-Disposition: form-data; name=\"uploadParams\"", "<uploadPostParam/>").End(), 30003, "ipsApiFault" },
        { "unknown element", new UploadBody().Auth().Param($"<jobName>R</jobName><color/>{Params}").End(), 30003, "ipsApiFault" },
        { "parameters twice", new UploadBody().Auth().Param($"<jobName>R</jobName>{Params}").Param("<jobName>R</jobName>").End(), 30003, "ipsApiFault" },
        { "doctype", new UploadBody().Auth().Part("Content-Disposition: form-data; name=\"uploadParams\"", "<!DOCTYPE x><uploadPostParam/>").End(), 30003, "ipsApiFault" },
        { "malformed auth", new UploadBody().Part("Content-Disposition: form-data; name=\"auth\"", "user=me").Param($"<jobName>R</jobName>{Params}").End(), 30003, "ipsApiFault" },
        { "no end", new UploadBody().Auth().Param($"<jobName>R</jobName>{Params}").File("a.png", [1]).Cut(), 30003, "ipsApiFault" },
        { "no parts", [], 30003, "ipsApiFault" },
        { "neither name nor handle", new UploadBody().Auth().Param(Params).End(), 30002, "ipsApiFault" },
        { "no block", new UploadBody().Auth().Param("<jobName>R</jobName>").End(), 30002, "ipsApiFault" },
        { "large file", new UploadBody().Auth().Param($"<jobName>R</jobName>{Params}").File("a.png", [1]).File("b.png", new byte[SoapHost.LargestFile + 1]).End(), 30001, "ipsApiFault" },
        { "large file of a stranger", new UploadBody().File("b.png", new byte[SoapHost.LargestFile + 1]).Auth("nobody@nowhere").Param($"<jobName>R</jobName>{Params}").End(), 10001, "authenticationFault" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Upload_AnswersTheBareFaultAndKeepsNothing_WhenARuleIsBroken(string rule, byte[] body, int code, string element)
    {
        var before = (host.Uploads.Deliveries.Count, Folders());

        var reply = await PostAsync(body);

        reply.Status.Should().Be(HttpStatusCode.InternalServerError, rule);
        reply.ContentType.Should().Be("text/xml; charset=utf-8", rule);
        Root(reply).Name.Should().Be(Reply.Base + element, rule);
        ((int)Root(reply).Element(Reply.Base + "code")!).Should().Be(code, rule);
        (host.Uploads.Deliveries.Count, Folders()).Should().Be(before, rule);
    }

    [Theory]
    [InlineData("text/xml")]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/mixed; boundary=x")]
    [InlineData("")]
    public async Task Upload_IsRefused_WhenItIsNotMultipart(string contentType)
    {
        var reply = await PostAsync("<uploadPostParam/>"u8.ToArray(), contentType);

        ((int)Root(reply).Element(Reply.Base + "code")!).Should().Be(30003);
    }

    [Fact]
    public async Task Upload_HonoursTheStatusOfFaults()
    {
        var reply = await PostAsync(
            new UploadBody().Auth(fields: "<faultHttpStatusCode>200</faultHttpStatusCode>").Param(Params).End());

        reply.Status.Should().Be(HttpStatusCode.OK);
        Root(reply).Name.LocalName.Should().Be("ipsApiFault");
    }

    [Fact]
    public async Task Upload_AnswersOnTheSameConnection_WhenALargeFileWasRefused()
    {
        var large = new UploadBody().Auth().Param($"<jobName>R</jobName>{Params}").File("b.png", new byte[3_000_000]).End();
        var good = new UploadBody().Auth().Param($"<jobName>Same connection</jobName>{Params}").End();

        var answer = await host.SendRawAsync([.. Raw(large, ""), .. Raw(good, "Connection: close\r\n")]);

        answer.Should().Contain("30001").And.Contain("j|47||Same connection|");
    }

    [Fact]
    public async Task Upload_IsRefused_WhenItComesFromAnotherAddress()
    {
        var first = await PostAsync(new UploadBody().Auth().Param($"<jobName>Moving</jobName>{Params}").End());
        var later = new UploadBody().Auth().Param($"<jobHandle>{Root(first).Value}</jobHandle>").End();

        var elsewhere = await host.SendRawAsync(Raw(later, "Connection: close\r\n"), "127.0.0.2");
        var here = await host.SendRawAsync(Raw(later, "Connection: close\r\n"));

        elsewhere.Should().Contain("authorizationFault").And.Contain("20005");
        here.Should().Contain("uploadPostReturn");
    }

    [Fact]
    public async Task Get_SaysHowFilesAreSent()
    {
        var reply = await host.GetAsync("/scene7/UploadFile");

        reply.Status.Should().Be(HttpStatusCode.MethodNotAllowed);
        reply.ContentHeaders.Allow.Should().Equal("POST");
    }

    private static XElement Root(Reply reply) => XDocument.Parse(reply.Text).Root!;

    private static byte[] Raw(byte[] body, string headers) =>
    [
        .. Encoding.ASCII.GetBytes(
            $"POST /scene7/UploadFile HTTP/1.1\r\nHost: localhost\r\nContent-Type: {UploadBody.ContentType}\r\nContent-Length: {body.Length}\r\n{headers}\r\n"),
        .. body,
    ];

    private int Folders() => Directory.Exists(host.Staging) ? Directory.GetDirectories(host.Staging).Length : 0;

    private UploadDelivery Delivered(string name) => host.Uploads.Deliveries.Single(d => d.Opening?.Definition.OriginalName == name);

    private Task<Reply> PostAsync(byte[] body, string? contentType = null, Action<HttpRequestMessage>? change = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Root, "/scene7/UploadFile")) { Content = new ByteArrayContent(body) };
        if ((contentType ?? UploadBody.ContentType) is { Length: > 0 } type)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        change?.Invoke(request);
        return SoapHost.SendAsync(request);
    }
}
