using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Media;
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
        Upload.Parts.Renderers.Add(new MediaRenderer(tools));
    }

    public UploadFixture Upload { get; } = new();

    public ToolOptions ToolOptions { get; } = new() { Timeout = TimeSpan.FromMinutes(1) };

    public IMediaTools Tools => tools;

    /// <summary>Makes a video and serves it.</summary>
    /// <returns>Its address.</returns>
    public async Task<string> ServeAsync(string name, SampleVideo video) =>
        Upload.Serve("/" + name, await File.ReadAllBytesAsync(await video.WriteAsync(Path.Combine(folder.FullName, name))));

    /// <summary>Makes a sound and serves it.</summary>
    /// <returns>Its address.</returns>
    public async Task<string> ServeSoundAsync(string name) =>
        Upload.Serve("/" + name, await File.ReadAllBytesAsync(await SampleVideo.WriteSoundAsync(Path.Combine(folder.FullName, name))));

    /// <summary>Row of the one asset whose name it is.</summary>
    public LogRow RowOf(string assetName) => Upload.Rows.Single(r => r.AssetName == assetName);

    public void Dispose()
    {
        Upload.Dispose();
        tools.Dispose();
        folder.Delete(recursive: true);
    }
}
