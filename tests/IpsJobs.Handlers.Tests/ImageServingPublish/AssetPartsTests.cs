using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Handlers.Tests.Publishing;

namespace IpsJobs.Handlers.Tests.ImageServingPublish;

public sealed class AssetPartsTests : IDisposable
{
    private readonly PublishFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Publish_DeliversTheMask_WithItsImage()
    {
        fixture.WithMask(fixture.AddImage("Shirt"), "abc/mask-1.tif");

        await fixture.PublishAsync(PublishTypes.Full);

        fixture.Target.EffectiveImages()["Shirt"]["MaskPath"].Should().Be("_masks_/abc/mask-1.tif");
        File.Exists(fixture.Target.Image("_masks_/abc/mask-1.tif")).Should().BeTrue();
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 1, FileSuccess = 1, TransferSuccess = 2, FileWarning = 0 });
    }

    [Fact]
    public async Task Publish_WarnsInItsOneRow_WhenTheMaskIsMissing()
    {
        fixture.WithMask(fixture.AddImage("Shirt"), "abc/mask-1.tif");
        File.Delete(fixture.Data.Masks("SampleCompany/").Resolve("abc/mask-1.tif"));

        await fixture.PublishAsync(PublishTypes.Full);

        var row = fixture.Jobs.Rows.Should().ContainSingle(r => r.AssetName == "Shirt").Subject;
        row.LogType.Should().Be(LogTypes.ImageServingPublishWarning);
        row.Message.Key.Should().Be("Log.Publish.WithoutMask");
        var record = fixture.Target.EffectiveImages()["Shirt"];
        record["MaskPath"].Should().BeEmpty();
        record["Path"].Should().NotBeEmpty();
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 1, FileSuccess = 1, FileWarning = 1, TransferWarning = 1 });
    }

    [Fact]
    public async Task Publish_WritesMembersInTheGrammarOfTheSet()
    {
        var a = fixture.AddImage("Front");
        var b = fixture.AddImage("Back; side");
        fixture.AddSet(AssetTypes.ImageSet, "Views", a, b);
        fixture.AddSet(AssetTypes.SpinSet, "Spin", a, b);
        fixture.AddSet(AssetTypes.AssetSet, "Spin 2D", AssetSetSubTypes.MultiAxisSpinSet,
        [
            new(b.AssetId) { Row = 2, Column = 1 }, new(b.AssetId) { Row = 1, Column = 2 }, new(a.AssetId) { Row = 1, Column = 1 },
        ]);
        fixture.AddSet(AssetTypes.Catalog, "Book", "", [new(a.AssetId), new(b.AssetId), new(a.AssetId) { PageReset = true }]);

        await fixture.PublishAsync(PublishTypes.Full);

        var images = fixture.Target.EffectiveImages();
        (images["Views"]["ImageSet"], images["Views"]["AssetType"]).Should().Be(("SampleCompany/Front,SampleCompany/Back%3B side", "IMAGESET"));
        (images["Spin"]["ImageSet"], images["Spin"]["AssetType"]).Should().Be(("Front,Back%3B side", "SPINSET"));
        (images["Spin 2D"]["ImageSet"], images["Spin 2D"]["AssetType"]).Should().Be(("{Front;Back%3B side},{Back%3B side}", "SPINSET2D"));
        (images["Book"]["ImageSet"], images["Book"]["AssetType"]).Should().Be(("Front:Back%3B side,Front", "ECATALOG"));
        images["Views"]["Path"].Should().BeEmpty();
    }

    // The definition of the reference pages, with an asset of each kind that its functions treat differently.
    [Theory]
    [InlineData("${getCatalogId([{0}])};1,${getFilePath([{0}])}", "SampleCompany/My shirt %281%29;1,SampleCompany/Pictures/My shirt %281%29.jpg")]
    [InlineData("${getMetadata([{0}], [m|47|ASSET|date])};${getMetaData([{0}],[dc.title])}", "20090703 10:05:53;A title")]
    [InlineData("${getThumbCatalogId([{0}])},${getThumbCatalogId([{1}])},${getThumbCatalogId([{2}])}", "SampleCompany/My shirt %281%29,SampleCompany/Face,")]
    [InlineData("${getFilePath([{2}|1|1])};${getMetadata([{2}],[m|47|ASSET|none])};${somethingElse([{2}])};{kept}", "SampleCompany/Files/Clip.mp4;;${somethingElse([{2}])};{kept}")]
    public async Task Publish_ResolvesTheFunctionsOfASetDefinition(string definition, string resolved)
    {
        var image = fixture.Change(fixture.AddImage("My shirt (1)"), a => a with
        {
            Content = a.Content with { Metadata = new Dictionary<string, string> { ["date"] = "20090703 10:05:53", ["dc:title"] = "A title" } },
        });
        var face = fixture.AddImage("Face");
        var set = fixture.Change(fixture.AddSet(AssetTypes.RenderSet, "Room", image), a => a with
        {
            Content = a.Content with { Details = new AssetDetails { ThumbnailAssetId = face.AssetId } },
        });
        var video = fixture.AddFile(AssetTypes.Video, "Clip.mp4");
        definition = definition.Replace("{0}", image.Handle.ToString(), StringComparison.Ordinal)
            .Replace("{1}", set.Handle.ToString(), StringComparison.Ordinal)
            .Replace("{2}", video.Handle.ToString(), StringComparison.Ordinal);
        resolved = resolved.Replace("{2}", video.Handle.ToString(), StringComparison.Ordinal);
        var media = fixture.AddSet(AssetTypes.AssetSet, "Media", "of a client's own", [new(image.AssetId), new(set.AssetId), new(video.AssetId)]);
        fixture.Change(media, a => a with { Content = a.Content with { Details = new AssetDetails { SetDefinition = definition } } });

        await fixture.PublishAsync(PublishTypes.Full);

        var record = fixture.Target.EffectiveImages()["Media"];
        (record["ImageSet"], record["AssetType"]).Should().Be((resolved, "MEDIASET"));
    }

    [Fact]
    public async Task Publish_WarnsOfADefinition_ThatNamesAnAssetInTheTrash()
    {
        var gone = fixture.Change(fixture.AddImage("Gone"), a => a with { TrashState = TrashStates.InTrash });
        var set = fixture.AddSet(AssetTypes.AssetSet, "Media", AssetSetSubTypes.MediaSet, [new(gone.AssetId)]);
        fixture.Change(set, a => a with { Content = a.Content with { Details = new AssetDetails { SetDefinition = $"${{getCatalogId([{gone.Handle}])}};1" } } });

        await fixture.PublishAsync(PublishTypes.Full);

        fixture.Target.EffectiveImages()["Media"]["ImageSet"].Should().Be(";1");
        fixture.Jobs.Rows.Single(r => r.AssetName == "Media").LogType.Should().Be(LogTypes.ImageServingPublishWarning);
    }

    // The thumbnail is neither marked nor a member: nothing but the definition leads to it.
    [Fact]
    public async Task Publish_FollowsTheThumbnailThatADefinitionNames_WhenItIsRenamed()
    {
        var face = fixture.Change(fixture.AddImage("Face"), a => a with { ReadyForPublish = false });
        var room = fixture.Change(fixture.AddSet(AssetTypes.RenderSet, "Room"), a => a with
        {
            Content = a.Content with { Details = new AssetDetails { ThumbnailAssetId = face.AssetId } },
        });
        var media = fixture.AddSet(AssetTypes.AssetSet, "Media", AssetSetSubTypes.MediaSet, [new(room.AssetId)]);
        fixture.Change(media, a => a with { Content = a.Content with { Details = new AssetDetails { SetDefinition = $"${{getThumbCatalogId([{room.Handle}])}}" } } });
        await fixture.PublishAsync(PublishTypes.Full);
        fixture.Change(face, a => a with { Name = "New face" });

        await fixture.PublishAsync(PublishTypes.Incremental);

        fixture.Target.EffectiveImages()["Media"]["ImageSet"].Should().Be("SampleCompany/New face");
    }

    [Fact]
    public async Task Publish_SelectsMembersWithTheirSet_WhateverTheirMark()
    {
        var hidden = fixture.Change(fixture.AddImage("Hidden"), a => a with { ReadyForPublish = false });
        var inner = fixture.AddSet(AssetTypes.ImageSet, "Inner", hidden);
        fixture.Change(inner, a => a with { ReadyForPublish = false });
        fixture.AddSet(AssetTypes.ImageSet, "Outer", inner);

        await fixture.PublishAsync(PublishTypes.Full);

        fixture.Target.EffectiveImages().Keys.Should().Equal("Hidden", "Inner", "Outer");
        fixture.Jobs.Rows.Count(r => r.AssetName == "Hidden").Should().Be(1);
    }

    [Fact]
    public async Task Publish_WarnsOfMembersInTheTrash()
    {
        var gone = fixture.Change(fixture.AddImage("Gone"), a => a with { TrashState = TrashStates.InTrash });
        fixture.AddSet(AssetTypes.ImageSet, "Views", fixture.AddImage("Front"), gone);

        await fixture.PublishAsync(PublishTypes.Full);

        var row = fixture.Jobs.Rows.Single(r => r.AssetName == "Views");
        row.LogType.Should().Be(LogTypes.ImageServingPublishWarning);
        row.Message.Arguments.Should().EndWith(["1"]);
        fixture.Target.EffectiveImages()["Views"]["ImageSet"].Should().Be("SampleCompany/Front");
    }

    [Fact]
    public async Task Publish_WritesMapsTargetsAnchorModifiersAndUserData()
    {
        fixture.Change(fixture.AddImage("Shirt"), a => a with
        {
            Content = a.Content with
            {
                Metadata = new Dictionary<string, string> { ["colour"] = "red\tor\nblue", ["dc:title"] = "Title", ["brand"] = "\"A\"" },
                Details = new AssetDetails
                {
                    Anchor = new AnchorPoint(10, 20),
                    UrlModifier = "op_sharpen=1",
                    UrlPostApplyModifier = "qlt=80",
                    Maps = [new AssetMap("Buy & go", "rect", "0,0,10,10", "http://example.com/?a=1&b=2"), new AssetMap("", "poly", "1,2,3,4,5,6", "")],
                    ZoomAreas = [new ZoomArea("Sleeve", 1, 2, 3, 4, "left"), new ZoomArea("Collar", 5, 6, 7, 8, "")],
                },
            },
        });

        await fixture.PublishAsync(PublishTypes.Full);

        var record = fixture.Target.EffectiveImages()["Shirt"];
        record["Anchor"].Should().Be("10,20");
        record["Modifier"].Should().Be("op_sharpen=1");
        record["PostModifier"].Should().Be("qlt=80");
        record["UserData"].Should().Be("brand=\"A\"??colour=red\tor\nblue");
        record["Map"].Should().Be(
            "<AREA SHAPE=\"rect\" COORDS=\"0,0,10,10\" HREF=\"http://example.com/?a=1&amp;b=2\" ALT=\"Buy &amp; go\"/>"
            + "<AREA SHAPE=\"poly\" COORDS=\"1,2,3,4,5,6\" NOHREF=\"NOHREF\"/>");
        record["Targets"].Should().Be(
            "Target.1.rect=1,2,3,4??Target.1.label=Sleeve??Target.1.userData=left"
            + "??Target.2.rect=5,6,7,8??Target.2.label=Collar??Target.2.userData=");
    }

    [Fact]
    public async Task Publish_PutsExtractedWordsIntoTheSearchFile_WhenAskedTo()
    {
        fixture.Change(fixture.AddFile(AssetTypes.Pdf, "Guide.pdf"), a => a with { Content = a.Content with { Words = "how to sew" } });

        await fixture.PublishAsync(PublishTypes.FullWithSearch);

        File.ReadAllText(fixture.Target.Catalog(".search.jsonl")).Should().Contain("\"words\":\"how to sew\"");
    }

    // One row per asset and server: documents, layered pictures and companion files once had several.
    [Fact]
    public async Task Publish_GivesOneRowPerAssetAndServer_WhateverItsKind()
    {
        fixture.AddServer();
        fixture.AddFile(AssetTypes.Pdf, "Guide.pdf");
        fixture.AddSet(AssetTypes.Catalog, "Guide", fixture.AddImage("Guide_01"));
        fixture.AddFile(AssetTypes.Xml, "Guide_01.xml");
        fixture.WithMask(fixture.AddImage("Layered"), "abc/mask-1.tif");

        await fixture.PublishAsync(PublishTypes.Full);

        var rows = fixture.Jobs.Rows.Where(r => r.AssetId is not null).ToList();
        rows.Should().HaveCount(10);
        rows.Select(r => (r.AssetId, r.Message.Arguments[1])).Should().OnlyHaveUniqueItems();
        fixture.Jobs.Counters.TotalFile.Should().Be(10);
    }
}
