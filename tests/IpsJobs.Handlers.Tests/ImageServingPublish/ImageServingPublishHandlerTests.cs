using IpsJobs.Core.Constants;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.Tests.Publishing;

namespace IpsJobs.Handlers.Tests.ImageServingPublish;

public sealed class ImageServingPublishHandlerTests : IDisposable
{
    private readonly PublishFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Publish_DeliversImageWithExactRecord_WhenFull()
    {
        var image = fixture.AddImage("Füße & mehr", 640, 480, resolution: 72.5);

        await fixture.PublishAsync(PublishTypes.Full);

        var record = fixture.Target.EffectiveImages().Should().ContainSingle().Subject.Value;
        record.Should().Equal(new Dictionary<string, string>
        {
            ["Id"] = "Füße & mehr",
            ["Path"] = "_optimized_/" + image.Content.Optimized!.Path,
            ["MaskPath"] = "",
            ["Size"] = "640,480",
            ["Resolution"] = "72.5",
            ["Anchor"] = "",
            ["Modifier"] = "",
            ["PostModifier"] = "",
            ["Expiration"] = "",
            ["TimeStamp"] = "1772366400000",
            ["UserData"] = "",
            ["ImageSet"] = "",
            ["AssetType"] = "",
            ["Map"] = "",
            ["Targets"] = "",
        });
        var delivered = fixture.Target.Image(record["Path"]);
        File.ReadAllBytes(delivered).Should().Equal(File.ReadAllBytes(fixture.OptimizedFileOf(image)));
    }

    [Fact]
    public async Task Publish_WritesColumnsInDocumentedOrder_WhenFull()
    {
        await fixture.PublishAsync(PublishTypes.Full);

        Header(".images.cat").Should().Equal(
            "Id", "Path", "MaskPath", "Size", "Resolution", "Anchor", "Modifier", "PostModifier", "Expiration", "TimeStamp", "UserData",
            "ImageSet", "AssetType", "Map", "Targets");
        Header(".images.inc.cat").Should().Equal(Header(".images.cat"));
        Header(".svg.cat").Should().Equal("Id", "Path", "Expiration", "TimeStamp");
        Header(".static.cat").Should().Equal("Id", "Path", "Expiration", "TimeStamp", "UserType", "UserData", "VideoBitRate", "VideoSize");
        Header(".icc.cat").Should().Equal("Name", "ProfilePath");
        Header(".fonts.cat").Should().Equal("Name", "Bold", "Italic", "PsName", "FontPath", "MetricsPath");
        Header(".macros.cat").Should().Equal("Name", "Definition");
    }

    [Fact]
    public async Task Publish_WritesAttributesInOrder_WhenFull()
    {
        await fixture.PublishAsync(PublishTypes.Full, "Nightly_2026-03-01-12:00:00.000");

        fixture.Target.Attributes().Select(a => $"{a.Key}={a.Value}").Should().Equal(
            "RootId=SampleCompany",
            "RootPath=SampleCompany",
            "StaticContentRootPath=SampleCompany",
            "CatalogFile=SampleCompany.images.cat",
            "SvgCatalogFile=SampleCompany.svg.cat",
            "StaticContentCatalogFile=SampleCompany.static.cat",
            "IccProfileMapFile=SampleCompany.icc.cat",
            "FontMapFile=SampleCompany.fonts.cat",
            "MacroFile=SampleCompany.macros.cat",
            "CacheValidationPolicy=1",
            "PublishInfo=Nightly_2026-03-01-12:00:00.000");
        File.ReadAllText(fixture.Target.Catalog(".rules.xml")).Should().EndWith("<ruleset/>\n");
        File.Exists(fixture.Target.Catalog(".search.jsonl")).Should().BeFalse("only FullWithSearch writes it");
    }

    [Fact]
    public async Task Publish_CreatesDefaultAttributesOnce_WhenTheyAreMissing()
    {
        var file = Path.Combine(fixture.Target.Directory, "catalog", "default.ini");
        await fixture.PublishAsync(PublishTypes.Full);
        File.ReadAllText(file).Should().Be("RootId=\n");
        File.WriteAllText(file, "RootId=\nDefaultPix=400,400\n");

        await fixture.PublishAsync(PublishTypes.Full);

        File.ReadAllText(file).Should().Contain("DefaultPix", "an operator's attributes are not ours to overwrite");
    }

    [Fact]
    public async Task Publish_DeliversEveryOtherKindToItsPlace_WhenFull()
    {
        fixture.AddFile(AssetTypes.Svg, "Logo.SVG", "<svg/>");
        fixture.AddFile(AssetTypes.IccProfile, "sRGB.icc", "profile");
        fixture.AddFile(AssetTypes.Font, "Plain.ttf", "no font at all");
        fixture.AddFile(AssetTypes.Pdf, "Price list.pdf", "%PDF", folder: "Docs/2026/");

        await fixture.PublishAsync(PublishTypes.Full);

        var svg = fixture.Target.RecordsOf(".svg.cat").Should().ContainSingle().Subject;
        svg["Id"].Should().Be("Logo");
        svg["Path"].Should().MatchRegex("^_svg_/([0-9a-f]{3})/\\1[0-9a-f]{29}\\.svg$");
        File.ReadAllText(fixture.Target.Image(svg["Path"])).Should().Be("<svg/>");
        var icc = fixture.Target.RecordsOf(".icc.cat").Should().ContainSingle().Subject;
        icc["Name"].Should().Be("sRGB");
        File.ReadAllText(fixture.Target.Image(icc["ProfilePath"])).Should().Be("profile");
        var font = fixture.Target.RecordsOf(".fonts.cat").Should().ContainSingle().Subject;
        font["Name"].Should().Be("Plain", "a file that says nothing of itself goes by its asset's name");
        File.Exists(fixture.Target.Image(font["FontPath"])).Should().BeTrue();
        var pdf = fixture.Target.RecordsOf(".static.cat").Should().ContainSingle().Subject;
        pdf["Id"].Should().Be("Price list");
        pdf["Path"].Should().Be("Docs/2026/Price list.pdf");
        File.ReadAllText(fixture.Target.Static(pdf["Path"])).Should().Be("%PDF");
        fixture.Jobs.Counters.TotalFile.Should().Be(4);
    }

    [Fact]
    public async Task Publish_LeavesAssetsOfOtherPublishesAlone_WhenFull()
    {
        fixture.AddFile(AssetTypes.Vignette, "Sofa.vnt");
        fixture.AddFile(AssetTypes.MasterVideo, "Film.mov");
        fixture.AddFile(AssetTypes.Audio, "Song.mp3");

        await fixture.PublishAsync(PublishTypes.Full);

        fixture.Jobs.Counters.TotalFile.Should().Be(0);
        Directory.Exists(Path.Combine(fixture.Target.Directory, "static")).Should().BeFalse();
    }

    [Fact]
    public async Task Publish_WritesOneRowPerAsset_WhenFull()
    {
        var image = fixture.AddImage("One");
        fixture.AddFile(AssetTypes.Pdf, "Two.pdf");

        await fixture.PublishAsync(PublishTypes.Full);

        var rows = fixture.Jobs.Rows.FindAll(r => r.LogType == LogTypes.ImageServingPublishSuccess);
        rows.Should().HaveCount(2);
        rows[0].Should().BeEquivalentTo(new
        {
            ItemKey = $"{image.AssetId}@500",
            AssetId = image.AssetId,
            AssetName = "One",
            FileType = LogFileTypes.OptimizedImage,
            Message = new LocalizedMessage("Log.ImageServingPublishSuccess", "SampleCompany/Pictures/One.jpg", "Server 500"),
        });
        rows[1].FileType.Should().Be(LogFileTypes.Pdf);
        fixture.Jobs.Counters.Should().BeEquivalentTo(
            new { TotalFile = 2, FileSuccess = 2, TransferSuccess = 2, FileError = 0, FileWarning = 0 });
        fixture.Assets.History.Should().HaveCount(2);
        fixture.Progress!.Percent.Should().Be(100);
    }

    [Fact]
    public async Task Publish_CopiesNothingAgain_WhenFullFindsFilesInPlace()
    {
        fixture.AddImage("One");
        fixture.AddFile(AssetTypes.Pdf, "Two.pdf");
        await fixture.PublishAsync(PublishTypes.Full);

        await fixture.PublishAsync(PublishTypes.Full);

        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 2, FileSuccess = 2, TransferSuccess = 0 });
    }

    [Fact]
    public async Task Publish_DeliversAgain_WhenFileOnTargetIsGoneOrTruncated()
    {
        var gone = fixture.AddImage("Gone");
        fixture.AddFile(AssetTypes.Pdf, "Cut.pdf", "a long text");
        await fixture.PublishAsync(PublishTypes.Full);
        File.Delete(fixture.Target.Image("_optimized_/" + gone.Content.Optimized!.Path));
        var cut = fixture.Target.Static("Files/Cut.pdf");
        File.Delete(cut);
        File.WriteAllText(cut, "a");

        await fixture.PublishAsync(PublishTypes.Full);

        fixture.Jobs.Counters.TransferSuccess.Should().Be(2);
        File.ReadAllText(cut).Should().Be("a long text");
    }

    [Fact]
    public async Task Publish_ReplacesStaticFile_WhenContentChangedWithoutChangingSize()
    {
        var asset = fixture.AddFile(AssetTypes.Css, "style.css", "red");
        await fixture.PublishAsync(PublishTypes.Full);
        fixture.Assets.Assets.Clear();
        var changed = fixture.AddFile(AssetTypes.Css, "new.css", "tan");
        File.Move(fixture.Data.Originals("SampleCompany/").Resolve("Files/new.css"),
            fixture.Data.Originals("SampleCompany/").Resolve("Files/style.css"), overwrite: true);
        fixture.Assets.Assets[0] = asset with { Content = asset.Content with { Sha256 = changed.Content.Sha256 } };

        await fixture.PublishAsync(PublishTypes.Full);

        File.ReadAllText(fixture.Target.Static("Files/style.css")).Should().Be("tan");
    }

    [Fact]
    public async Task Publish_ReportsFileMissing_WhenImageHasNoOptimisedFile()
    {
        var bare = fixture.AddImage("Bare");
        fixture.Change(bare, a => a with { Content = a.Content with { Optimized = null } });
        var lost = fixture.AddImage("Lost");
        File.Delete(fixture.OptimizedFileOf(lost));
        fixture.AddImage("Good");

        await fixture.PublishAsync(PublishTypes.Full);

        fixture.Jobs.Rows.FindAll(r => r.LogType == LogTypes.ImageServingPublishError).Select(r => (r.AssetName, r.Message.Key))
            .Should().BeEquivalentTo([("Bare", "Log.Publish.FileMissing"), ("Lost", "Log.Publish.FileMissing")]);
        fixture.Target.EffectiveImages().Keys.Should().Equal("Good");
        fixture.Jobs.Counters.Should().BeEquivalentTo(
            new { TotalFile = 3, FileSuccess = 1, FileError = 2, TransferWarning = 2, TransferError = 0 });
    }

    [Fact]
    public async Task Publish_KeepsOldRecord_WhenRenewedFileIsMissing()
    {
        var old = fixture.AddImage("Stable");
        await fixture.PublishAsync(PublishTypes.Full);
        var renewed = fixture.ReplaceImage(old);
        File.Delete(fixture.OptimizedFileOf(renewed));

        await fixture.PublishAsync(PublishTypes.Full);

        fixture.Jobs.Counters.FileError.Should().Be(1);
        fixture.Target.EffectiveImages()["Stable"]["Path"].Should().Be(
            "_optimized_/" + old.Content.Optimized!.Path, "an old picture is better than none");
    }

    [Fact]
    public async Task Publish_DropsOldRecord_WhenItNamesAFileOutsideTheTarget()
    {
        var old = fixture.AddImage("Stable");
        await fixture.PublishAsync(PublishTypes.Full);
        var catalog = fixture.Target.Catalog(".images.cat");
        var tampered = (await File.ReadAllTextAsync(catalog)).Replace("_optimized_/", "../../../", StringComparison.Ordinal);
        await File.WriteAllTextAsync(catalog, tampered, new System.Text.UTF8Encoding(true));
        File.Delete(fixture.OptimizedFileOf(fixture.ReplaceImage(old)));

        await fixture.PublishAsync(PublishTypes.Full);

        fixture.Target.EffectiveImages().Should().BeEmpty();
    }

    [Fact]
    public async Task Publish_SelectsUnmarkedAssets_WhenContextIsPrivateTest()
    {
        fixture.Change(fixture.AddImage("Unmarked"), a => a with { ReadyForPublish = false });
        fixture.Change(fixture.AddImage("Trashed"), a => a with { TrashState = TrashStates.InTrash });
        fixture.Accounts.Contexts[0] = fixture.Accounts.Contexts[0] with { PublishAll = true };

        await fixture.PublishAsync(PublishTypes.Full);

        fixture.Target.EffectiveImages().Keys.Should().Equal("Unmarked");
    }

    [Fact]
    public async Task Publish_WritesSearchFile_WhenFullWithSearch()
    {
        var image = fixture.AddImage("Über");
        fixture.Change(image, a => a with { Content = a.Content with { Keywords = ["red", "new, hot"] } });
        fixture.AddFile(AssetTypes.Pdf, "Doc.pdf");

        await fixture.PublishAsync(PublishTypes.FullWithSearch);

        var lines = File.ReadAllLines(fixture.Target.Catalog(".search.jsonl"));
        lines.Should().HaveCount(2);
        using var first = System.Text.Json.JsonDocument.Parse(lines[0]);
        first.RootElement.GetProperty("id").GetInt64().Should().Be(image.AssetId);
        first.RootElement.GetProperty("name").GetString().Should().Be("Über");
        first.RootElement.GetProperty("keywords").EnumerateArray().Select(k => k.GetString()).Should().Equal("red", "new, hot");
    }

    [Theory]
    [InlineData("Two Words/", "Two%20Words")]
    [InlineData("Größe/", "Gr%C3%B6%C3%9Fe")]
    [InlineData("default/", "%64%65%66%61%75%6C%74")]
    public async Task Publish_EncodesRootId_WhenCompanyRootIsNoUrlPath(string companyRoot, string rootId)
    {
        using var other = new PublishFixture(companyRoot);
        var image = other.AddImage("One");

        await other.PublishAsync(PublishTypes.Full);

        var target = PublishFixture.TargetOf(other.Accounts.Servers[0], rootId);
        target.Attribute("RootId").Should().Be(rootId);
        target.Attribute("RootPath").Should().Be(rootId);
        target.Attribute("CatalogFile").Should().Be(rootId + ".images.cat");
        File.Exists(target.Image("_optimized_/" + image.Content.Optimized!.Path)).Should().BeTrue();
    }

    private List<string> Header(string suffix) => TargetFiles.Header(fixture.Target.Catalog(suffix));
}
