using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Handlers.ReprocessAssets;
using IpsJobs.Handlers.Tests.Media;
using IpsJobs.Testing;
using IpsJobs.Testing.Media;

namespace IpsJobs.Handlers.Tests.ReprocessAssets;

/// <summary>Videos processed again by the real programs.</summary>
public sealed class MediaReprocessTests : IDisposable
{
    private readonly MediaFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Run_EncodesTheSourceAgain_WhenItsAdaptiveSetIsListed()
    {
        var media = MediaFixture.Encoded(
            fixture.Preset("Small", ("container", "mp4"), ("suffix", "_s"), ("width", "64"), ("height", "48")),
            fixture.Preset("Large", ("container", "mp4"), ("suffix", "_l"), ("width", "96"), ("height", "72")));
        media.GenerateThumbnail = true;
        await fixture.RunAsync(await fixture.ServeAsync("clip.mp4", new SampleVideo { Width = 160, Height = 120 }), media);
        var before = fixture.Upload.Assets.All.Select(a => a.AssetId).ToList();
        var set = fixture.Upload.Assets.All.Single(a => a.Content.Type == AssetTypes.AssetSet);
        fixture.Upload.Forget();

        var job = new ReprocessAssetsJob
        {
            AssetHandleArray = new HandleArray { Items = { set.Handle.ToString() } },
            CreateMask = false,
            ExcludeMasterVideoFromAVS = false,
            EmailSetting = EmailSettings.None,
        };
        var handler = new ReprocessAssetsHandler(fixture.Upload.Parts.Rework, fixture.Upload.Parts.Sets);
        await handler.RunAsync(await fixture.Upload.CreateRunAsync(job), CancellationToken.None);

        fixture.Upload.Rows.Select(r => r.LogType).Should().Equal(
            LogTypes.ReoptimizeSuccess, LogTypes.FileUpdated, LogTypes.FileUpdated, LogTypes.FileUpdated, LogTypes.FileUpdated);
        fixture.Upload.Assets.All.Select(a => a.AssetId).Should().Equal(before, "thumbnail, encodings and set are matched with what they were");
        fixture.MembersOf(fixture.Upload.Assets.All.Single(a => a.AssetId == set.AssetId)).Should().HaveCount(3).And.Contain("clip");
    }
}
