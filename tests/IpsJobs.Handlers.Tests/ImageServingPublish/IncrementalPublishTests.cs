using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Handlers.Tests.Publishing;

namespace IpsJobs.Handlers.Tests.ImageServingPublish;

public sealed class IncrementalPublishTests : IDisposable
{
    private const string ImageHeader =
        "\uFEFFId\tPath\tMaskPath\tSize\tResolution\tAnchor\tModifier\tPostModifier\tExpiration\tTimeStamp\tUserData\t"
        + "ImageSet\tAssetType\tMap\tTargets\n";

    private readonly PublishFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Publish_TouchesNothing_WhenNothingHasChanged()
    {
        var image = fixture.AddImage("Shoe");
        fixture.AddSet(AssetTypes.ImageSet, "Set", image);
        await fixture.PublishAsync(PublishTypes.Full, "First");

        await fixture.PublishAsync(PublishTypes.Incremental, "Second");

        fixture.Target.Attribute("PublishInfo").Should().Be("First");
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 0, FileSuccess = 0, FileError = 0 });
    }

    [Theory]
    [InlineData("one stamp", "one stamp", 0)]
    [InlineData("one stamp", "another", 1)]
    [InlineData(null, null, 1)]
    public async Task Publish_AddsTheAssetsUp_OnlyWhenTheStampIsAnother(string? first, string? second, int times)
    {
        fixture.AddImage("Shoe");
        fixture.Marks.Stamp = first;
        await fixture.PublishAsync(PublishTypes.Full, "First");
        var before = fixture.Marks.Selections;
        fixture.Marks.Stamp = second;

        await fixture.PublishAsync(PublishTypes.Incremental, "Second");

        (fixture.Marks.Selections - before).Should().Be(times);
        fixture.Target.Attribute("PublishInfo").Should().Be("First");
    }

    [Fact]
    public async Task Publish_LooksAtEverything_WhenACatalogOnTheTargetIsAnotherAlthoughTheStampIsNot()
    {
        fixture.AddImage("Shoe");
        fixture.Marks.Stamp = "one stamp";
        await fixture.PublishAsync(PublishTypes.Full, "First");
        File.AppendAllText(fixture.Target.Catalog(".images.cat"), "\n");

        await fixture.PublishAsync(PublishTypes.Incremental, "Second");

        fixture.Target.Attribute("PublishInfo").Should().Be("Second");
    }

    [Fact]
    public async Task Publish_LooksAtEverything_WhenAMemberOfASetIsNotMarkedItself()
    {
        var image = fixture.Change(fixture.AddImage("Shoe"), a => a with { ReadyForPublish = false });
        fixture.AddSet(AssetTypes.ImageSet, "Set", image);
        await fixture.PublishAsync(PublishTypes.Full, "First");

        await fixture.PublishAsync(PublishTypes.Incremental, "Second");

        fixture.Target.Attribute("PublishInfo").Should().Be("Second", "changes of such a member show in no mark");
    }

    [Fact]
    public async Task Publish_LooksAtEverything_WhenAnAssetWasResetOrAPresetIsNew()
    {
        var image = fixture.AddImage("Shoe");
        await fixture.PublishAsync(PublishTypes.Full, "First");
        fixture.Assets.History[fixture.Assets.History.Keys.Single(k => k.AssetId == image.AssetId)] = PublishRecord.FilesForced;

        await fixture.PublishAsync(PublishTypes.Incremental, "Second");
        fixture.Target.Attribute("PublishInfo").Should().Be("Second");
        fixture.Properties.Add(fixture.Company.CompanyId, PropertySetTypeNames.ImagePreset, ("name", "big"), ("definition", "wid=900"));
        await fixture.PublishAsync(PublishTypes.Incremental, "Third");

        fixture.Target.Attribute("PublishInfo").Should().Be("Third");
    }

    [Fact]
    public async Task Publish_HasNoItems_WhenNothingChanged()
    {
        fixture.AddImage("One");
        fixture.AddFile(AssetTypes.Pdf, "Two.pdf");
        await fixture.PublishAsync(PublishTypes.Full);
        var main = File.ReadAllBytes(fixture.Target.Catalog(".images.cat"));

        await fixture.PublishAsync(PublishTypes.Incremental);

        fixture.Jobs.Rows.Select(r => r.LogType).Should().Equal(LogTypes.TotalFileCount);
        fixture.Jobs.Counters.TotalFile.Should().Be(0);
        File.ReadAllBytes(fixture.Target.Catalog(".images.cat")).Should().Equal(main);
        fixture.Target.Attribute("CatalogFile").Should().Be("SampleCompany.images.cat");
    }

    [Fact]
    public async Task Publish_WritesOnlyChangedRecords_WhenOneImageChangedAndOneIsNew()
    {
        var changed = fixture.AddImage("Changed");
        fixture.AddImage("Same");
        await fixture.PublishAsync(PublishTypes.Full);
        var main = File.ReadAllBytes(fixture.Target.Catalog(".images.cat"));
        var renewed = fixture.ReplaceImage(changed);
        fixture.AddImage("New");

        await fixture.PublishAsync(PublishTypes.Incremental);

        File.ReadAllBytes(fixture.Target.Catalog(".images.cat")).Should().Equal(main, "nothing had to disappear");
        fixture.Target.RecordsOf(".images.inc.cat").Select(r => r["Id"]).Should().BeEquivalentTo("Changed", "New");
        fixture.Target.Attribute("CatalogFile").Should().Be("SampleCompany.images.cat,SampleCompany.images.inc.cat");
        fixture.Target.EffectiveImages()["Changed"]["Path"].Should().Be("_optimized_/" + renewed.Content.Optimized!.Path);
        fixture.Target.EffectiveImages()["Changed"]["Size"].Should().Be("800,600");
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 2, FileSuccess = 2, TransferSuccess = 2 });
    }

    [Fact]
    public async Task Publish_KeepsEarlierChanges_WhenRunAfterAnotherIncremental()
    {
        fixture.AddImage("First");
        await fixture.PublishAsync(PublishTypes.Full);
        fixture.AddImage("Second");
        await fixture.PublishAsync(PublishTypes.Incremental);
        fixture.AddImage("Third");

        await fixture.PublishAsync(PublishTypes.Incremental);

        fixture.Jobs.Counters.TotalFile.Should().Be(1);
        fixture.Target.EffectiveImages().Keys.Should().Equal("First", "Second", "Third");
    }

    [Fact]
    public async Task Publish_RewritesMainFile_WhenAnImageIsNoLongerMarked()
    {
        var gone = fixture.AddImage("Gone");
        fixture.AddImage("Stays");
        await fixture.PublishAsync(PublishTypes.Full);
        fixture.AddImage("New");
        fixture.Change(gone, a => a with { ReadyForPublish = false });

        await fixture.PublishAsync(PublishTypes.Incremental);

        fixture.Target.RecordsOf(".images.cat").Select(r => r["Id"]).Should().BeEquivalentTo("Stays", "New");
        fixture.Target.RecordsOf(".images.inc.cat").Should().BeEmpty();
        fixture.Target.Attribute("CatalogFile").Should().Be("SampleCompany.images.cat");
        File.Exists(fixture.Target.Image("_optimized_/" + gone.Content.Optimized!.Path))
            .Should().BeTrue("only full publishes clean up");
    }

    // A staging context gets files that were uploaded again, not only new ones, even after another context has got them.
    [Fact]
    public async Task Publish_DeliversReuploadedFilesToAStagingContext_WhenTheyWentLiveBefore()
    {
        var staging = fixture.Accounts.Contexts[0] with { ContextId = 3009, Name = "Staging", PublishAll = true };
        fixture.Accounts.Contexts.Add(staging);
        var server = fixture.AddServer();
        fixture.Accounts.Servers[^1] = server with { ContextId = staging.ContextId };
        var image = fixture.AddImage("One");
        await fixture.PublishAsync(PublishTypes.Full);
        await StageAsync(PublishTypes.Full);
        var renewed = fixture.ReplaceImage(image);
        await fixture.PublishAsync(PublishTypes.Incremental);

        await StageAsync(PublishTypes.Incremental);

        var target = PublishFixture.TargetOf(server);
        target.EffectiveImages()["One"]["Path"].Should().Be("_optimized_/" + renewed.Content.Optimized!.Path);
        File.Exists(target.Image("_optimized_/" + renewed.Content.Optimized.Path)).Should().BeTrue();
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 1, FileSuccess = 1, TransferSuccess = 1 });

        Task StageAsync(string publishType) => fixture.RunAsync(JobTypes.ImageServingPublish, new ImageServingPublishJob
        {
            PublishType = publishType, EmailSetting = EmailSettings.None, ContextHandle = $"pc|{staging.ContextId}",
        });
    }

    [Fact]
    public async Task Publish_EmptiesIncrementalFile_WhenFullFollows()
    {
        fixture.AddImage("First");
        await fixture.PublishAsync(PublishTypes.Full);
        fixture.AddImage("Second");
        await fixture.PublishAsync(PublishTypes.Incremental);

        await fixture.PublishAsync(PublishTypes.Full);

        fixture.Target.RecordsOf(".images.inc.cat").Should().BeEmpty();
        fixture.Target.RecordsOf(".images.cat").Select(r => r["Id"]).Should().BeEquivalentTo("First", "Second");
        fixture.Target.Attribute("CatalogFile").Should().Be("SampleCompany.images.cat");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not a catalog")]
    [InlineData(ImageHeader + "cut off\n")]
    public async Task Publish_WritesMainFile_WhenTargetHasNoReadableCatalog(string? text)
    {
        fixture.AddImage("One");
        await fixture.PublishAsync(PublishTypes.Full);
        File.Delete(fixture.Target.Catalog(".images.cat"));
        if (text is not null)
            File.WriteAllText(fixture.Target.Catalog(".images.cat"), text);

        await fixture.PublishAsync(PublishTypes.Incremental);

        fixture.Target.RecordsOf(".images.cat").Select(r => r["Id"]).Should().Equal("One");
    }

    [Fact]
    public async Task Publish_KeepsChangedRecordOfEarlierRun_WhenItsNewFileIsMissing()
    {
        var first = fixture.AddImage("One");
        await fixture.PublishAsync(PublishTypes.Full);
        var second = fixture.ReplaceImage(first);
        await fixture.PublishAsync(PublishTypes.Incremental);
        var third = fixture.ReplaceImage(second);
        File.Delete(fixture.OptimizedFileOf(third));

        await fixture.PublishAsync(PublishTypes.Incremental);

        fixture.Jobs.Counters.FileError.Should().Be(1);
        fixture.Target.EffectiveImages()["One"]["Path"].Should().Be("_optimized_/" + second.Content.Optimized!.Path);
    }

    [Fact]
    public async Task Publish_RenewsRecordWithoutTransfer_WhenOnlyTheAssetsDataChanged()
    {
        var asset = fixture.AddImage("One");
        await fixture.PublishAsync(PublishTypes.Full);
        fixture.Time.Advance(TimeSpan.FromSeconds(1));
        fixture.Change(asset, a => a);

        await fixture.PublishAsync(PublishTypes.Incremental);

        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 1, FileSuccess = 1, TransferSuccess = 0 });
        fixture.Target.EffectiveImages()["One"]["TimeStamp"].Should().Be("1772366401000");
    }

    [Fact]
    public async Task Publish_DeliversAgain_WhenHistoryWasReset()
    {
        fixture.AddImage("One");
        await fixture.PublishAsync(PublishTypes.Full);
        fixture.Assets.History.Clear();

        await fixture.PublishAsync(PublishTypes.Incremental);

        fixture.Jobs.Counters.FileSuccess.Should().Be(1);
    }
}
