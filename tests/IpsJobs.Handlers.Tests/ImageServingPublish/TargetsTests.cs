using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Tests.Publishing;

namespace IpsJobs.Handlers.Tests.ImageServingPublish;

public sealed class TargetsTests : IDisposable
{
    private readonly PublishFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Publish_DeliversToEveryTarget_WhenThereAreTwo()
    {
        var second = fixture.AddServer();
        fixture.AddImage("One");
        fixture.AddImage("Two");

        await fixture.PublishAsync(PublishTypes.Full);

        PublishFixture.TargetOf(second).EffectiveImages().Should().HaveCount(2);
        fixture.Target.EffectiveImages().Should().HaveCount(2);
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 4, FileSuccess = 4, TransferSuccess = 4 });
    }

    [Fact]
    public async Task Publish_GoesOnWithOneErrorRow_WhenOneOfTwoTargetsIsUnusable()
    {
        fixture.AddServer(exists: false);
        fixture.AddImage("One");

        await fixture.PublishAsync(PublishTypes.Full);

        var error = fixture.Jobs.Rows.Should().ContainSingle(r => r.LogType == LogTypes.ImageServingPublishError).Subject;
        error.Message.Arguments.Should().Equal("Server 501");
        error.FileType.Should().Be(LogFileTypes.PublishCatalog);
        fixture.Target.EffectiveImages().Should().HaveCount(1);
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 2, FileSuccess = 1, FileError = 1 });
    }

    [Fact]
    public async Task Publish_GoesOnWithOneErrorRow_WhenOneOfTwoCatalogsCannotBeReplaced()
    {
        var second = fixture.AddServer();
        fixture.AddImage("One");
        Directory.CreateDirectory(PublishFixture.TargetOf(second).Catalog(".ini.tmp"));

        await fixture.PublishAsync(PublishTypes.Full);

        fixture.Jobs.Rows.Should().ContainSingle(r => r.Message.Key == "Log.Publish.CatalogFailed");
        fixture.Target.EffectiveImages().Should().HaveCount(1);
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 3, FileSuccess = 2, FileError = 1 });
    }

    [Fact]
    public async Task Publish_IsFatal_WhenNoTargetIsUsable()
    {
        fixture.AddImage("One");
        Directory.Delete(fixture.Target.Directory);

        await ShouldBeFatalAsync("Log.Fatal.NoUsableTarget");
    }

    [Fact]
    public async Task Publish_IsFatal_WhenNoServerIsActive()
    {
        fixture.Accounts.Servers[0] = fixture.Accounts.Servers[0] with { IsActive = false };

        await ShouldBeFatalAsync("Log.Fatal.NoActivePublishServer");
    }

    [Fact]
    public async Task Publish_IsFatal_WhenTheContextIsGone()
    {
        fixture.Accounts.Contexts.Clear();

        await ShouldBeFatalAsync("Log.Fatal.NoActivePublishServer");
    }

    [Fact]
    public async Task Publish_LeavesNoProbeOrTemporaryFile_WhenDone()
    {
        fixture.AddImage("One");

        await fixture.PublishAsync(PublishTypes.Full);
        await fixture.PublishAsync(PublishTypes.Full);

        Directory.EnumerateFiles(fixture.Target.Directory, "*", SearchOption.AllDirectories)
            .Should().NotContain(f => f.EndsWith(".tmp") || f.EndsWith(".part") || f.Contains("probe"));
    }

    [Fact]
    public async Task Publish_NotesLostCatalogs_WhenHistoryKnowsFilesButNoTargetHasACatalog()
    {
        fixture.AddImage("One");
        await fixture.PublishAsync(PublishTypes.Full);
        Notes().Should().BeEmpty("a first publish finds no catalog and that is no news");
        File.Delete(fixture.Target.Catalog(".ini"));

        await fixture.PublishAsync(PublishTypes.Full);

        Notes().Should().Equal("Log.Publish.CatalogLost");
    }

    private IEnumerable<string> Notes() => fixture.Jobs.Rows.SelectMany(r => r.Aux).Select(a => a.Message.Key);

    private async Task ShouldBeFatalAsync(string key)
    {
        var publish = () => fixture.PublishAsync(PublishTypes.Full);
        (await publish.Should().ThrowAsync<FatalJobException>()).Which.Reason.Key.Should().Be(key);
    }
}
