using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Tests.Publishing;

namespace IpsJobs.Handlers.Tests.ImageServingPublish;

public sealed class StopAndResumeTests : IDisposable
{
    private readonly PublishFixture fixture = new(batchSize: 2);

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Publish_CancelsWhatIsNotBegun_WhenStoppedInTheMiddle()
    {
        fixture.AddImage("Old");
        await fixture.PublishAsync(PublishTypes.Full);
        var attributes = File.ReadAllText(fixture.Target.Catalog(".ini"));
        var catalog = File.ReadAllBytes(fixture.Target.Catalog(".images.cat"));
        AddImages(5);
        StopAfter(successes: 2);

        var publish = () => fixture.PublishAsync(PublishTypes.Full);

        await publish.Should().ThrowAsync<JobStoppedException>();
        Count(LogTypes.ImageServingPublishSuccess).Should().Be(2);
        Count(LogTypes.FileCancel).Should().Be(4);
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 6, FileSuccess = 2, FileError = 0, TransferSuccess = 1 });
        File.ReadAllText(fixture.Target.Catalog(".ini")).Should().Be(attributes, "the old catalog stays in force");
        File.ReadAllBytes(fixture.Target.Catalog(".images.cat")).Should().Equal(catalog);
    }

    [Fact]
    public async Task Publish_ListsWhatAStoppedRunDelivered_WhenIncrementalFollows()
    {
        await fixture.PublishAsync(PublishTypes.Full);
        AddImages(5);
        StopAfter(successes: 2);
        var publish = () => fixture.PublishAsync(PublishTypes.Full);
        await publish.Should().ThrowAsync<JobStoppedException>();
        fixture.Jobs.OnCommit = _ => { };

        await fixture.PublishAsync(PublishTypes.Incremental);

        fixture.Jobs.Counters.TotalFile.Should().Be(3);
        fixture.Target.EffectiveImages().Should().HaveCount(5, "history alone must not keep a record out of the catalog");
    }

    [Fact]
    public async Task Publish_ChangesNothing_WhenStoppedWhileTheManifestIsBuilt()
    {
        AddImages(150);
        var seen = 0;
        fixture.Assets.OnSelect = () =>
        {
            if (++seen == 50)
                fixture.Stop();
        };

        var publish = () => fixture.PublishAsync(PublishTypes.Full);

        await publish.Should().ThrowAsync<JobStoppedException>();
        seen.Should().BeLessThan(150, "building is interrupted, not finished");
        fixture.Jobs.Rows.Should().BeEmpty();
        Directory.EnumerateFileSystemEntries(fixture.Target.Directory).Should().BeEmpty();
    }

    [Fact]
    public async Task Publish_EndsAtOnce_WhenStoppedBeforeItBegan()
    {
        fixture.AddImage("One");
        fixture.Stop();

        var publish = () => fixture.ResumeAsync(PublishTypes.Full);

        await publish.Should().ThrowAsync<JobStoppedException>();
        fixture.Jobs.Rows.Should().BeEmpty();
    }

    [Theory]
    [InlineData(PublishTypes.Full)]
    [InlineData(PublishTypes.Incremental)]
    public async Task Publish_DoublesNothing_WhenResumedAfterAnInterruption(string publishType)
    {
        AddImages(5);
        File.Delete(fixture.OptimizedFileOf(fixture.Assets.Assets[0]));
        using var shutdown = new CancellationTokenSource();
        fixture.Jobs.OnCommit = rows =>
        {
            if (rows == 4)
                shutdown.Cancel();
        };
        var publish = () => fixture.ResumeAsync(publishType, cancellationToken: shutdown.Token);
        await publish.Should().ThrowAsync<OperationCanceledException>();
        File.Exists(fixture.Target.Catalog(".ini")).Should().BeFalse();

        await fixture.ResumeAsync(publishType);

        fixture.Jobs.Rows.Where(r => r.AssetId is not null).Should().HaveCount(5).And.OnlyHaveUniqueItems(r => r.ItemKey);
        fixture.Jobs.Repeated.Should().NotContain(k => k.Contains('@') && !k.StartsWith('#'), "finished items are not done again");
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 5, FileSuccess = 4, FileError = 1 });
        fixture.Target.EffectiveImages().Should().HaveCount(4, "the item that failed before the interruption stays out");
    }

    [Theory]
    [InlineData(PublishTypes.Full)]
    [InlineData(PublishTypes.Incremental)]
    public async Task Publish_CountsEveryItem_WhenAssetsCameDuringTheInterruption(string publishType)
    {
        AddImages(4);
        using var shutdown = new CancellationTokenSource();
        fixture.Jobs.OnCommit = rows =>
        {
            if (rows == 3)
                shutdown.Cancel();
        };
        var publish = () => fixture.ResumeAsync(publishType, cancellationToken: shutdown.Token);
        await publish.Should().ThrowAsync<OperationCanceledException>();
        fixture.AddImage("New");
        fixture.AddImage("Newer");

        await fixture.ResumeAsync(publishType);

        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 6, FileSuccess = 6 });
    }

    [Fact]
    public async Task Publish_LeavesOldCatalogInForce_WhenAttributeFileCannotBeReplaced()
    {
        fixture.AddImage("Old");
        await fixture.PublishAsync(PublishTypes.Full);
        var attributes = File.ReadAllText(fixture.Target.Catalog(".ini"));
        fixture.AddImage("New");
        // A directory where the new file is to be written makes its rename impossible.
        Directory.CreateDirectory(fixture.Target.Catalog(".ini.tmp"));

        var publish = () => fixture.PublishAsync(PublishTypes.Full, "Second");

        (await publish.Should().ThrowAsync<FatalJobException>()).Which.Reason.Key.Should().Be("Log.Fatal.CatalogNotReplaced");
        File.ReadAllText(fixture.Target.Catalog(".ini")).Should().Be(attributes);
        Directory.Delete(fixture.Target.Catalog(".ini.tmp"));

        await fixture.ResumeAsync(PublishTypes.Full, instanceName: "Second");

        fixture.Target.Attribute("PublishInfo").Should().Be("Second");
        fixture.Target.EffectiveImages().Keys.Should().Equal("New", "Old");
    }

    [Fact]
    public async Task Publish_GivesUp_WhenFiftyFilesInARowFailForOneCause()
    {
        AddImages(60);
        // A file where the directory of the pictures belongs.
        File.WriteAllText(Path.Combine(fixture.Target.Directory, "images"), "");

        var publish = () => fixture.PublishAsync(PublishTypes.Full);

        (await publish.Should().ThrowAsync<FatalJobException>()).Which.Reason.Key.Should().Be("Log.Fatal.SameFailure");
        Count(LogTypes.ImageServingPublishError).Should().Be(50);
        fixture.Jobs.Counters.TransferError.Should().Be(50);
    }

    private void AddImages(int count)
    {
        for (var i = 0; i < count; i++)
            fixture.AddImage($"Image {i:000}");
    }

    private void StopAfter(int successes) => fixture.Jobs.OnCommit = _ =>
    {
        if (Count(LogTypes.ImageServingPublishSuccess) == successes)
            fixture.Stop();
    };

    private int Count(string logType) => fixture.Jobs.Rows.Count(r => r.LogType == logType);
}
