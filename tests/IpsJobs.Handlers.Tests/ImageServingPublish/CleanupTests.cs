using IpsJobs.Core.Constants;
using IpsJobs.Handlers.Tests.Publishing;

namespace IpsJobs.Handlers.Tests.ImageServingPublish;

public sealed class CleanupTests : IDisposable
{
    private static readonly TimeSpan OneDay = TimeSpan.FromHours(24);
    private readonly PublishFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Publish_RemovesOnlyOldUnreferencedFiles_WhenFull()
    {
        var used = fixture.AddImage("Used");
        await fixture.PublishAsync(PublishTypes.Full);
        var usedFile = Aged(fixture.Target.Image("_optimized_/" + used.Content.Optimized!.Path), OneDay * 30);
        var stale = Aged(fixture.Target.Image("_optimized_/abc/stale.tif"), OneDay + TimeSpan.FromSeconds(1));
        var young = Aged(fixture.Target.Image("_optimized_/abc/young.tif"), OneDay - TimeSpan.FromSeconds(1));
        var staleStatic = Aged(fixture.Target.Static("Old/Price list.pdf"), OneDay * 2);
        var foreign = Aged(Path.Combine(fixture.Target.Directory, "images", "OtherCompany", "_optimized_", "x.tif"), OneDay * 30);

        await fixture.PublishAsync(PublishTypes.Full);

        File.Exists(stale).Should().BeFalse();
        File.Exists(staleStatic).Should().BeFalse();
        File.Exists(usedFile).Should().BeTrue();
        File.Exists(young).Should().BeTrue();
        File.Exists(foreign).Should().BeTrue("another company owns it");
        CleanupRows().Should().Equal(
            (LogTypes.BeginImageServingPublishCleanup, "#cleanup-begin"),
            (LogTypes.ImageServingPublishCleanupSuccess, "#cleanup@500/images/SampleCompany/_optimized_/abc/stale.tif"),
            (LogTypes.ImageServingPublishCleanupSuccess, "#cleanup@500/static/SampleCompany/Old/Price list.pdf"),
            (LogTypes.EndImageServingPublishCleanup, "#cleanup-end"));
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 1, FileSuccess = 1, FileError = 0 });
    }

    [Fact]
    public async Task Publish_RemovesFileOfUnmarkedAsset_WhenClockHasPassedADay()
    {
        var asset = fixture.AddImage("Gone");
        await fixture.PublishAsync(PublishTypes.Full);
        var file = Aged(fixture.Target.Image("_optimized_/" + asset.Content.Optimized!.Path), TimeSpan.Zero);
        fixture.Change(asset, a => a with { ReadyForPublish = false });
        await fixture.PublishAsync(PublishTypes.Full);
        File.Exists(file).Should().BeTrue("it is not a day old");
        fixture.Time.Advance(OneDay + TimeSpan.FromSeconds(1));

        await fixture.PublishAsync(PublishTypes.FullWithSearch);

        File.Exists(file).Should().BeFalse();
        fixture.Target.EffectiveImages().Should().BeEmpty();
        File.Exists(fixture.OptimizedFileOf(asset)).Should().BeTrue("the store keeps its own file");
    }

    [Fact]
    public async Task Publish_RemovesNothing_WhenIncremental()
    {
        await fixture.PublishAsync(PublishTypes.Full);
        var stale = Aged(fixture.Target.Image("_optimized_/abc/stale.tif"), OneDay * 2);

        await fixture.PublishAsync(PublishTypes.Incremental);

        File.Exists(stale).Should().BeTrue();
        CleanupRows().Should().BeEmpty();
    }

    [Fact]
    public async Task Publish_FollowsNoLinks_WhenCleaningUp()
    {
        await fixture.PublishAsync(PublishTypes.Full);
        var outside = Aged(Path.Combine(fixture.Target.Directory, "outside", "precious.tif"), OneDay * 2);
        Directory.CreateDirectory(fixture.Target.Image(""));
        Directory.CreateSymbolicLink(fixture.Target.Image("link"), Path.GetDirectoryName(outside)!);

        await fixture.PublishAsync(PublishTypes.Full);

        File.Exists(outside).Should().BeTrue();
    }

    [Fact]
    public async Task Publish_DoublesNoRow_WhenResumedAfterCleanup()
    {
        await fixture.PublishAsync(PublishTypes.Full);
        Aged(fixture.Target.Image("_optimized_/abc/stale.tif"), OneDay * 2);
        await fixture.PublishAsync(PublishTypes.Full);
        var rows = CleanupRows();

        await fixture.ResumeAsync(PublishTypes.Full);

        CleanupRows().Should().Equal(rows);
    }

    [Fact]
    public async Task Publish_EndsCleanupEarly_WhenStopped()
    {
        await fixture.PublishAsync(PublishTypes.Full);
        var first = Aged(fixture.Target.Image("_optimized_/abc/1.tif"), OneDay * 2);
        var second = Aged(fixture.Target.Image("_optimized_/abc/2.tif"), OneDay * 2);
        fixture.Jobs.OnCommit = _ =>
        {
            if (fixture.Jobs.Rows[^1].LogType == LogTypes.ImageServingPublishCleanupSuccess)
                fixture.Stop();
        };

        var publish = () => fixture.PublishAsync(PublishTypes.Full);

        await publish.Should().ThrowAsync<Core.Jobs.JobStoppedException>();
        File.Exists(first).Should().BeFalse();
        File.Exists(second).Should().BeTrue();
        CleanupRows()[^1].LogType.Should().Be(LogTypes.EndImageServingPublishCleanup);
    }

    private List<(string LogType, string? ItemKey)> CleanupRows() =>
        fixture.Jobs.Rows.Where(r => LogTypes.IsCleanup(r.LogType)).Select(r => (r.LogType, r.ItemKey)).ToList();

    private string Aged(string path, TimeSpan age)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
            File.WriteAllText(path, "x");
        File.SetLastWriteTimeUtc(path, (fixture.Time.GetUtcNow() - age).UtcDateTime);
        return path;
    }
}
