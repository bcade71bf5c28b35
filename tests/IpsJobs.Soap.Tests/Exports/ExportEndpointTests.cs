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

    [Fact]
    public async Task Get_FindsNothing_WhenTheTokenIsUnknown() =>
        (await host.GetAsync("/scene7/export/unknown")).Status.Should().Be(HttpStatusCode.NotFound);

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
