using System.Net;
using System.Text;
using System.Xml.Linq;
using IpsJobs.Contracts;
using IpsJobs.EndToEnd.Tests.Hosting;
using Xunit.Abstractions;

namespace IpsJobs.EndToEnd.Tests.Uploads;

/// <summary>Files larger than memory should be: they go to disk as they come in.</summary>
public sealed class LargeUploadTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const long Gigabyte = 1L << 30;
    private const long Small = 32L << 20;
    private const long MaxGrowth = 50L << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private ServerWorld world = null!;

    public async Task InitializeAsync() => world = await ServerWorld.CreateAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Upload_OfAGigabyte_RaisesMemoryByNoMoreThan50Megabytes()
    {
        await using var server = await world.StartReadyAsync();
        // The first upload loads and compiles what all uploads need.
        await UploadAsync("small", Small);
        var before = server.PeakMemory;

        await UploadAsync("large", Gigabyte);

        output.WriteLine($"memory was {before >> 20} MB at most before, {server.PeakMemory >> 20} MB after");
        (server.PeakMemory - before).Should().BeLessThan(MaxGrowth, "memory was {0} bytes before", before);
        var stored = Path.Combine(world.Data.Root, "companies", ServerWorld.CompanyRoot, "original", "large.zip");
        new FileInfo(stored).Length.Should().Be(Gigabyte);
        await using var file = File.OpenRead(stored);
        file.Position = Gigabyte - 1;
        file.ReadByte().Should().Be(MadeUpStream.At(Gigabyte - 1));
    }

    // Waits until the file is an asset.
    private async Task UploadAsync(string name, long length)
    {
        using var content = new MultipartFormDataContent
        {
            { Text($"<authHeader xmlns=\"{Wire.Base}\"><user>{RunningServer.Email}</user><password>{RunningServer.Password}</password></authHeader>"), "auth" },
            { Text(Param(name)), "uploadParams" },
            { new StreamContent(new MadeUpStream(length)), "file", name + ".zip" },
        };
        using var http = new HttpClient { Timeout = Patience };
        using var response = await http.PostAsync(new Uri(world.Service, "/scene7/UploadFile"), content);
        var answer = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(HttpStatusCode.OK, answer);
        await ServerWorld.UntilAsync($"the upload of {name}", Patience, async () => (await LogAsync(XElement.Parse(answer).Value)) is { EndDate: not null, FileSuccessCount: 1 });
    }

    private static StringContent Text(string text) => new(text, Encoding.UTF8, "text/xml");

    private static string Param(string name) => $"""
        <uploadPostParam xmlns="{Wire.Latest}"><companyHandle>c|47</companyHandle><jobName>{name}</jobName><endJob>true</endJob><uploadParams>
        <overwrite>true</overwrite><readyForPublish>true</readyForPublish><createMask>false</createMask><emailSetting>None</emailSetting>
        </uploadParams></uploadPostParam>
        """;

    private async Task<JobLog?> LogAsync(string handle)
    {
        var reply = await world.PostAsync("getJobLogDetails", $"<companyHandle>c|47</companyHandle><jobHandle>{handle}</jobHandle>");
        return ((GetJobLogDetailsReturn)reply.Message).JobLogArray!.Items.SingleOrDefault();
    }
}
