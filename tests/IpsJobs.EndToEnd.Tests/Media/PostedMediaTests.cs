using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Properties;
using IpsJobs.EndToEnd.Tests.Uploads;
using IpsJobs.Testing;
using IpsJobs.Testing.Media;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.EndToEnd.Tests.Media;

/// <summary>Videos that come through the upload servlet.</summary>
public sealed class PostedMediaTests(UploadHost host) : IClassFixture<UploadHost>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ips-e2e-posted-");

    public void Dispose() => folder.Delete(recursive: true);

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Upload_GivesEncodingsASetAndAThumbnail()
    {
        var presets = host.Services.GetRequiredService<IPropertySets>();
        var values = new Dictionary<string, string> { ["suffix"] = "-phone", ["width"] = "80", ["adaptive"] = "true" };
        var preset = await presets.AddAsync(new PropertySet(0, 47, PropertySetTypeNames.VideoEncodingPreset, values), CancellationToken.None);
        var video = await File.ReadAllBytesAsync(await new SampleVideo().WriteAsync(Path.Combine(folder.FullName, "posted.mp4")));

        var answer = await host.UploadAsync(Multipart.As()
            .Param(
                "<jobName>Film</jobName><uploadParams><overwrite>true</overwrite><readyForPublish>true</readyForPublish><createMask>false</createMask>"
                + "<emailSetting>None</emailSetting><mediaOptions><videoEncodingPresetsArray><items>" + preset.Handle + "</items></videoEncodingPresetsArray>"
                + "<generateThumbnail>true</generateThumbnail></mediaOptions></uploadParams><endJob>true</endJob>")
            .File("SampleCompany/films/posted.mp4", video));
        var done = await host.WhenDoneAsync(answer.Handle);

        done.Counters.Should().Be(new JobCounters { FileSuccess = 4, TotalFile = 4, TransferSuccess = 1 });
        var assets = host.Services.GetRequiredService<IAssetStore>();
        var encoded = await assets.FindByNameAsync(47, NameSpace.Static, "posted-phone", CancellationToken.None);
        encoded!.Content.Details.Facts[MediaFactNames.Width].Should().Be("80");
        var set = await assets.FindByNameAsync(47, NameSpace.Catalog, "posted-AVS", CancellationToken.None);
        (await assets.ListMembersAsync(set!.AssetId, CancellationToken.None)).Select(m => m.AssetId).Should().Equal(encoded.AssetId);
    }
}
