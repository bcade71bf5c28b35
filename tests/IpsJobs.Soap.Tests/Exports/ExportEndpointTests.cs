using System.Net;
using System.Net.Http.Headers;
using IpsJobs.Core.Exports;
using IpsJobs.Soap.Tests.Fakes;
using IpsJobs.Soap.Tests.Hosting;

namespace IpsJobs.Soap.Tests.Exports;

public sealed class ExportEndpointTests(SoapHost host) : IClassFixture<SoapHost>
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)];

    [Fact]
    public async Task Get_SendsTheArchive_UnderItsName()
    {
        Add("whole", "Meine Bilder.zip");

        var reply = await host.GetAsync("/scene7/export/whole");

        reply.Status.Should().Be(HttpStatusCode.OK);
        reply.Bytes.Should().Equal(Content);
        reply.ContentHeaders.ContentType!.MediaType.Should().Be("application/zip");
        reply.ContentHeaders.ContentDisposition!.FileName!.Trim('"').Should().Be("Meine Bilder.zip");
        reply.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task Get_SendsARange_WhenAskedForOne()
    {
        Add("ranged");

        var reply = await host.GetAsync("/scene7/export/ranged", request => request.Headers.Range = new RangeHeaderValue(100, 199));

        reply.Status.Should().Be(HttpStatusCode.PartialContent);
        reply.Bytes.Should().Equal(Content[100..200]);
        reply.ContentHeaders.ContentRange!.Length.Should().Be(1000);
    }

    [Fact]
    public async Task Get_RefusesARangeBeyondTheEnd()
    {
        Add("beyond");

        var reply = await host.GetAsync("/scene7/export/beyond", request => request.Headers.Range = new RangeHeaderValue(2000, null));

        reply.Status.Should().Be(HttpStatusCode.RequestedRangeNotSatisfiable);
    }

    [Fact]
    public async Task Get_GoesOnWhereItStopped_OnlyWithTheSameArchive()
    {
        Add("resumed");
        var whole = await host.GetAsync("/scene7/export/resumed");

        var reply = await host.GetAsync("/scene7/export/resumed", request =>
        {
            request.Headers.Range = new RangeHeaderValue(900, null);
            request.Headers.IfRange = new RangeConditionHeaderValue(whole.Headers.ETag!);
        });

        reply.Status.Should().Be(HttpStatusCode.PartialContent);
        reply.Bytes.Should().Equal(Content[900..]);
    }

    [Theory]
    [InlineData("bytes=-100", 900, 1000)]
    [InlineData("bytes=0-0", 0, 1)]
    [InlineData("bytes=990-5000", 990, 1000)]
    public async Task Get_SendsTheBytesOfEveryFormOfRange(string range, int from, int to)
    {
        Add("forms");

        var reply = await host.GetAsync("/scene7/export/forms", request => request.Headers.TryAddWithoutValidation("Range", range));

        reply.Status.Should().Be(HttpStatusCode.PartialContent);
        reply.Bytes.Should().Equal(Content[from..to]);
    }

    [Fact]
    public async Task Get_BeginsAnew_WhenTheArchiveIsAnotherThanTheOneBegunWith()
    {
        Add("other");

        var reply = await host.GetAsync("/scene7/export/other", request =>
        {
            request.Headers.Range = new RangeHeaderValue(900, null);
            request.Headers.IfRange = new RangeConditionHeaderValue(new EntityTagHeaderValue("\"other\""));
        });

        reply.Status.Should().Be(HttpStatusCode.OK);
        reply.Bytes.Should().Equal(Content);
    }

    [Fact]
    public async Task Head_SaysWhatGetWouldSend_WithoutSendingIt()
    {
        Add("asked", "Meine Bilder.zip");

        var reply = await host.GetAsync("/scene7/export/asked", request => request.Method = HttpMethod.Head);

        reply.Status.Should().Be(HttpStatusCode.OK);
        reply.Bytes.Should().BeEmpty();
        reply.ContentHeaders.ContentLength.Should().Be(1000);
        reply.ContentHeaders.ContentType!.MediaType.Should().Be("application/zip");
        reply.Headers.AcceptRanges.Should().Equal("bytes");
    }

    [Fact]
    public async Task Head_FindsNothing_WhereGetFindsNothing()
    {
        Add("over", expires: Samples.Noon);

        foreach (var token in new[] { "over", "unknown" })
            (await host.GetAsync("/scene7/export/" + token, request => request.Method = HttpMethod.Head)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    // A token is as good as a password: no other spelling of it will do, and it leads to no other file.
    [Theory]
    [InlineData("unknown")]
    [InlineData("SECRET-Token")]
    [InlineData("secret-toke")]
    [InlineData("secret-token%20")]
    [InlineData("secret-token%00")]
    [InlineData("..%2Fips.db")]
    [InlineData("%2e%2e%2f%2e%2e%2fips.db")]
    [InlineData("' OR '1'='1")]
    public async Task Get_FindsNothing_WhenTheTokenIsNotTheOne(string token)
    {
        Add("secret-token");

        (await host.GetAsync("/scene7/export/" + token)).Status.Should().BeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Export_RefusesOtherMethods_AndKeepsTheArchive(string method)
    {
        Add("kept");

        (await host.GetAsync("/scene7/export/kept", request => request.Method = new HttpMethod(method))).Status.Should().Be(HttpStatusCode.MethodNotAllowed);

        File.Exists(host.ExportFile("kept")).Should().BeTrue();
    }

    [Fact]
    public async Task Get_FindsNothing_WhenTheTimeIsOver()
    {
        Add("late", expires: Samples.Noon);

        (await host.GetAsync("/scene7/export/late")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_FindsNothing_WhenTheFileIsGone()
    {
        Add("lost");
        File.Delete(host.ExportFile("lost"));

        (await host.GetAsync("/scene7/export/lost")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    private void Add(string token, string name = "export.zip", DateTimeOffset? expires = null)
    {
        var path = host.ExportFile(token);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Content);
        host.Exports.Archives.Add(new ExportArchive(
            token, Samples.CompanyId, 17, token + "/export.zip", name, Content.Length, expires ?? Samples.Noon.AddDays(7)));
    }
}
