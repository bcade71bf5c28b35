using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;
using IpsJobs.Handlers.Media;
using IpsJobs.Handlers.Tests.Publishing;
using IpsJobs.Handlers.Tests.UrlUpload;
using IpsJobs.Imaging.Media;
using IpsJobs.Imaging.Tools;
using IpsJobs.Testing.Media;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Tests.Media;

/// <summary>An upload by address with the real programs for videos.</summary>
public sealed class MediaFixture : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ips-clips-");
    private readonly MediaTools tools;

    public MediaFixture()
    {
        tools = new MediaTools(
            new ToolRunner(new Confinement(NullLogger<Confinement>.Instance), Options.Create(ToolOptions), new(TimeProvider.System, TimeZoneInfo.Utc)),
            Options.Create(ToolOptions));
        Use(tools);
    }

    public UploadFixture Upload { get; } = new();

    public ToolOptions ToolOptions { get; } = new() { Timeout = TimeSpan.FromMinutes(1) };

    public FakePropertySets Sets { get; } = new();

    /// <summary>Lets uploads work with these programs.</summary>
    public void Use(IMediaTools programs)
    {
        var presets = new EncodingPresets(Sets);
        Upload.Parts.Renderers.Clear();
        Upload.Parts.Renderers.Add(new MediaRenderer(programs, presets));
        Upload.Parts.Makers.Clear();
        Upload.Parts.Makers.Add(parts => new ThumbnailMaker(programs, parts));
        Upload.Parts.Makers.Add(parts => new EncodingMaker(programs, parts, presets, new AdaptiveSets(parts)));
    }

    /// <summary>Adds an encoding preset to the company of the upload.</summary>
    /// <returns>Its handle.</returns>
    public string Preset(string name, params (string Name, string Value)[] values) =>
        Sets.Add(Upload.Company.CompanyId, PropertySetTypeNames.VideoEncodingPreset, [("name", name), .. values]);

    /// <summary>Uploads one video with media options.</summary>
    public Task RunAsync(string url, MediaOptions media, Action<UploadUrlsJob>? change = null)
    {
        var job = JobOf(url, media);
        change?.Invoke(job);
        return Upload.RunAsync(job);
    }

    public static UploadUrlsJob JobOf(string url, MediaOptions media)
    {
        var job = UploadFixture.Job((url, "x/" + Path.GetFileName(url)));
        job.MediaOptions = media;
        return job;
    }

    /// <summary>The video of a name, which its thumbnail shares.</summary>
    public StoredAsset VideoOf(string name) => Upload.Assets.All.Single(a => a.Name == name && a.NameSpace == NameSpace.Static);

    /// <summary>Names of the members of a set, in its order.</summary>
    public IEnumerable<string> MembersOf(StoredAsset set) =>
        set.Content.Members!.Select(m => Upload.Assets.All.Single(a => a.AssetId == m.AssetId).Name);

    /// <summary>Waits until the encoder works on a file.</summary>
    /// <param name="path">The file; null for any.</param>
    public async Task<TaskMonitor> EncodingHasBegunAsync(string? path = null)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var tasks = Upload.Jobs.Instances is [var instance, ..] ? Upload.Progress.Find(instance.InstanceId)?.Tasks : null;
            if (tasks?.FirstOrDefault(t => t.TaskType == TaskTypes.Video && t.InWork.Any(w => path is null || w == path)) is { } task)
                return task;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }
    }

    public static MediaOptions Encoded(params string[] presets) =>
        new() { VideoEncodingPresetsArray = new HandleArray { Items = [.. presets] } };

    /// <summary>What an asset's own file is.</summary>
    public Task<MediaFacts> ReadAsync(StoredAsset asset) =>
        tools.ReadAsync(Upload.Original(asset.Content.Folder["Sample/".Length..] + asset.Content.FileName), folder.FullName, CancellationToken.None);

    /// <summary>Makes a video and serves it.</summary>
    /// <returns>Its address.</returns>
    public async Task<string> ServeAsync(string name, SampleVideo video) =>
        Upload.Serve("/" + name, await File.ReadAllBytesAsync(await video.WriteAsync(Path.Combine(folder.FullName, name))));

    /// <summary>Makes a sound and serves it.</summary>
    /// <returns>Its address.</returns>
    public async Task<string> ServeSoundAsync(string name, params (string Name, string Value)[] tags) =>
        Upload.Serve("/" + name, await File.ReadAllBytesAsync(await SampleVideo.WriteSoundAsync(Path.Combine(folder.FullName, name), tags)));

    /// <summary>Row of the one asset whose name it is.</summary>
    public LogRow RowOf(string assetName) => Upload.Rows.Single(r => r.AssetName == assetName);

    public void Dispose()
    {
        Upload.Dispose();
        tools.Dispose();
        folder.Delete(recursive: true);
    }
}
