using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Exports;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Projects;
using IpsJobs.Core.Properties;
using IpsJobs.Storage.Entities;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Storage.Tests.Assets;

/// <summary>What belongs to an asset beyond its row, and what jobs keep beside assets.</summary>
public abstract class AssetPartSuite : StoreTest
{
    private long instanceId;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        instanceId = (await Jobs.AddInstanceAsync(AJob.New(), None)).InstanceId;
        await Jobs.StartInstanceAsync(AJob.Start(instanceId), None);
    }

    [Fact]
    public async Task Add_KeepsEveryPart_WhenTheContentHasAll()
    {
        var content = Full();

        var id = await CommitAsync(AJob.Add() with { Content = content });

        var stored = (await Assets.FindAsync(47, id, None))!;
        stored.Content.Details.Should().BeEquivalentTo(content.Details, o => o.WithStrictOrdering());
        stored.Content.Metadata.Should().BeEquivalentTo(content.Metadata);
        (stored.Content.SubType, stored.CreatedBy, stored.MetadataUtc).Should().Be((AssetSetSubTypes.MediaSet, 41, Now));
        (await Assets.FindWordsAsync(id, None)).Should().Be("some words");
        (await Assets.ListMembersAsync(id, None)).Should().Equal(content.Members);
        (await Assets.FindGenerationAsync(id, None)).Should().BeEquivalentTo(content.Generation);
        (await Assets.ListGeneratedAsync(900, None)).Select(g => g.AssetId).Should().Equal(id);
        (await Assets.ListSetsOfAsync(12, None)).Should().Equal(id);
        (await Assets.IsMaskInUseAsync(47, "abc/m.tif", None)).Should().BeTrue();
        (await Assets.IsMaskInUseAsync(48, "abc/m.tif", None)).Should().BeFalse();
    }

    [Fact]
    public async Task Marks_ChangeWithEveryChangeOfASelectedAsset()
    {
        var marks = Services.GetRequiredService<IPublishMarks>();
        var first = await CommitAsync(AJob.Add() with { Name = "one" });
        var second = await CommitAsync(AJob.Add() with { Name = "two", ReadyForPublish = false });
        var seen = new List<string>();
        await LookAsync();

        await ChangeAsync(new EditAsset(first, 7) { Keywords = ["new"] });
        await ChangeAsync(new EditAsset(second, 7) { ReadyForPublish = true });
        await ChangeAsync(new ReplaceAsset(second, ReadyForPublish: null, AJob.Content(), 7));
        await ChangeAsync(new TrashAsset(first, 7));

        seen.Should().OnlyHaveUniqueItems();
        (await marks.FindSelectionAsync(47, 1, all: false, None)).Should().Be(seen[^1]);
        (await marks.FindSelectionAsync(48, 1, all: false, None)).Should().StartWith("0 ");

        async Task ChangeAsync(AssetChange change)
        {
            Time.Advance(TimeSpan.FromMilliseconds(1));
            await CommitAsync(change);
            await LookAsync();
        }

        async Task LookAsync() => seen.Add(await marks.FindSelectionAsync(47, 1, all: false, None));
    }

    [Fact]
    public async Task Stamps_AreDrawnAnew_WithEveryChangeInTheCompanyOrOnTheTarget()
    {
        var marks = Services.GetRequiredService<IPublishMarks>();
        var id = await CommitAsync(AJob.Add() with { Name = "one" });
        (await marks.FindStampAsync(47, 3, None)).Should().BeNull("nothing is known of the target");
        var seen = new List<string?>();
        await ChangeAsync(Row("a") with { Published = [new PublishRecord(id, 3, 1, "x@1")] });
        await ChangeAsync(Row("b") with { Published = [new PublishRecord(id, 3, 1, "x@1")] });
        await ChangeAsync(Row("c") with { Asset = new EditAsset(id, 7) { Keywords = ["new"] } });
        await ChangeAsync(Row("d") with { Asset = new MarkAsset(id, 7) { Contexts = new Dictionary<int, bool> { [1] = true } } });
        await ChangeAsync(Row("e") with { Asset = new TrashAsset(id, 7) });

        seen.Should().OnlyHaveUniqueItems().And.NotContainNulls();
        await Jobs.CommitItemAsync(Row("f") with { Published = [new PublishRecord(id, 4, 1, "x@1")] }, None);
        await Jobs.CommitItemAsync(Row("g") with { Asset = AJob.Add(companyId: 48) }, None);
        (await marks.FindStampAsync(47, 3, None)).Should().Be(seen[^1], "another target and another company do not count");

        ItemCommit Row(string key) => AJob.Item(instanceId, key);

        async Task ChangeAsync(ItemCommit item)
        {
            await Jobs.CommitItemAsync(item, None);
            seen.Add(await marks.FindStampAsync(47, 3, None));
        }
    }

    [Fact]
    public async Task Replace_KeepsWhatPeopleEntered_WhenTheFileIsNew()
    {
        var id = await CommitAsync(AJob.Add() with { Content = Full() });
        var next = AJob.Content() with { Metadata = new Dictionary<string, string> { ["dc:title"] = "new", ["dc:rights"] = "me" } };

        await CommitAsync(new ReplaceAsset(id, ReadyForPublish: null, next, UserId: 50));

        var stored = (await Assets.FindAsync(47, id, None))!;
        stored.Content.Metadata.Should().BeEquivalentTo(new Dictionary<string, string> { ["dc:title"] = "Shoe", ["dc:rights"] = "me" });
        stored.Content.Details.Maps.Should().HaveCount(1);
        stored.Content.Details.Mask.Should().BeNull();
        (await Assets.IsMaskInUseAsync(47, "abc/m.tif", None)).Should().BeFalse();
        (await Assets.FindWordsAsync(id, None)).Should().BeNull();
        (await Assets.ListMembersAsync(id, None)).Should().HaveCount(3);
        (await Assets.FindGenerationAsync(id, None)).Should().NotBeNull();
    }

    [Fact]
    public async Task Edit_ChangesOnlyTheNamedParts_WhenOthersAreNull()
    {
        var id = await CommitAsync(AJob.Add() with { Content = Full() });
        Time.Advance(TimeSpan.FromMinutes(1));

        await CommitAsync(new EditAsset(id, UserId: 50)
        {
            Name = "boot",
            FileName = "boot.jpg",
            Metadata = new Dictionary<string, string> { ["dc:title"] = "", ["x"] = "1" },
            Keywords = ["only"],
            Members = [new SetMember(5)],
        });

        var stored = (await Assets.FindAsync(47, id, None))!;
        (stored.Name, stored.ModifiedBy, stored.MetadataUtc, stored.ReadyForPublish).Should().Be(("boot", 50, Now, true));
        stored.Content.Metadata.Should().BeEquivalentTo(new Dictionary<string, string> { ["x"] = "1" });
        stored.Content.FileName.Should().Be("boot.jpg");
        stored.Content.Keywords.Should().Equal("only");
        stored.Content.Details.Mask.Should().NotBeNull();
        (await Assets.ListMembersAsync(id, None)).Should().Equal(new SetMember(5));
    }

    [Fact]
    public async Task Edit_RefusesTheName_WhenAnotherAssetHasIt()
    {
        var id = await CommitAsync(AJob.Add());
        await CommitAsync(AJob.Add("boot"));

        var rename = () => CommitAsync(new EditAsset(id, UserId: 50) { Name = "boot" });

        await rename.Should().ThrowAsync<NameTakenException>();
        await CommitAsync(new EditAsset(id, UserId: 50) { Name = "shoe" });
    }

    [Fact]
    public async Task Trash_TakesTheAssetOutOfPublishes_WhenItWasMarked()
    {
        var id = await CommitAsync(AJob.Add());

        await CommitAsync(new TrashAsset(id, UserId: 50));

        var stored = (await Assets.FindAsync(47, id, None))!;
        (stored.TrashState, stored.TrashedUtc).Should().Be((TrashStates.InTrash, Now));
        (await PublishAsync(contextId: 3)).Should().BeEmpty();
    }

    [Fact]
    public async Task Change_IsRefused_WhenTheAssetIsGone()
    {
        var change = () => CommitAsync(new TrashAsset(999, UserId: 50));

        await change.Should().ThrowAsync<StateConflictException>();
    }

    [Fact]
    public async Task ListForPublish_FollowsTheMarkOfTheContext_WhenItHasOne()
    {
        var marked = await CommitAsync(AJob.Add("a"));
        var unmarked = await CommitAsync(AJob.Add("b") with { ReadyForPublish = false });
        await using (var db = Tables())
        {
            db.AssetContextMarks.Add(new AssetContextMarkEntity { AssetId = marked, ContextId = 3, IsMarked = false });
            db.AssetContextMarks.Add(new AssetContextMarkEntity { AssetId = unmarked, ContextId = 3, IsMarked = true });
            await db.SaveChangesAsync();
        }

        (await PublishAsync(contextId: 3)).Should().Equal(unmarked);
        (await PublishAsync(contextId: 4)).Should().Equal(marked);
    }

    [Fact]
    public async Task Details_HaveTheirDefaults_WhenAnEarlierVersionWroteFewer()
    {
        var id = await CommitAsync(AJob.Add());
        await using (var db = Tables())
        {
            db.Assets.Single(a => a.AssetId == id).Details = "{}";
            await db.SaveChangesAsync();
        }

        var details = (await Assets.FindAsync(47, id, None))!.Content.Details;

        details.Should().BeEquivalentTo(AssetDetails.None);
    }

    [Fact]
    public async Task Ledger_ListsBelowADirectory_WhenNamesBeginAlike()
    {
        var ledger = Services.GetRequiredService<IUploadLedger>();
        await TakeAsync("in/a.jpg", 1);
        await TakeAsync("in/sub/\u65e5\u672c.jpg", 2);
        await TakeAsync("inside/b.jpg", 3);
        await TakeAsync("in/a.jpg", 4);

        var taken = await ledger.ListAsync(47, "in/", None);

        taken.Select(e => (e.Key, e.Value.Size)).Should().BeEquivalentTo([("in/a.jpg", 4L), ("in/sub/\u65e5\u672c.jpg", 2L)]);
        taken["in/a.jpg"].ModifiedUtc.Should().Be(Now);
        (await ledger.ListAsync(47, "", None)).Should().HaveCount(3);
        (await ledger.ListAsync(48, "", None)).Should().BeEmpty();
    }

    [Fact]
    public async Task Archive_IsFoundUntilRemoved_WhenItsItemIsCommitted()
    {
        var exports = Services.GetRequiredService<IExportStore>();
        var archive = new ExportArchive("t0k", 47, instanceId, "1/x.zip", "x.zip", 5, Now.AddDays(7));

        await Jobs.CommitItemAsync(AJob.Item(instanceId, "end") with { Archive = archive }, None);

        (await exports.FindAsync("t0k", None)).Should().Be(archive);
        (await exports.FindOfAsync(instanceId, None)).Should().Be(archive);
        (await exports.FindAsync("other", None)).Should().BeNull();
        (await exports.ListExpiredAsync(Now.AddDays(6), None)).Should().BeEmpty();
        (await exports.ListExpiredAsync(Now.AddDays(7), None)).Should().Equal(archive);
        await exports.RemoveAsync("t0k", None);
        (await exports.FindAsync("t0k", None)).Should().BeNull();
    }

    [Fact]
    public async Task PropertySets_StayInTheirCompany_WhenAnotherAsks()
    {
        var sets = Services.GetRequiredService<IPropertySets>();
        var values = new Dictionary<string, string> { ["match"] = "(\\w+)", ["active"] = "true" };

        var set = await sets.AddAsync(new PropertySet(0, 47, PropertySetTypeNames.BatchSetPreset, values), None);

        (await sets.FindAsync(47, set.PropertySetId, None)).Should().BeEquivalentTo(set);
        (await sets.FindAsync(48, set.PropertySetId, None)).Should().BeNull();
        (await sets.ListAsync(47, PropertySetTypeNames.VideoSeoSettings, None)).Should().BeEmpty();
        await sets.UpdateAsync(set with { CompanyId = 48, Values = new Dictionary<string, string>() }, None);
        (await sets.ListAsync(47, set.TypeName, None)).Single().Find("match").Should().Be("(\\w+)");
        await sets.RemoveAsync(47, set.PropertySetId, None);
        (await sets.ListAsync(47, set.TypeName, None)).Should().BeEmpty();
    }

    [Fact]
    public async Task Projects_RefuseTheSameName_WithinACompany()
    {
        var projects = Services.GetRequiredService<IProjectStore>();
        var project = await projects.AddAsync(47, "Summer", None);
        await projects.AddAsync(48, "Summer", None);

        var again = () => projects.AddAsync(47, "Summer", None);

        await again.Should().ThrowAsync<NameTakenException>();
        (await projects.FindAsync(47, "Summer", None)).Should().Be(project);
        (await projects.ListAsync(47, None)).Should().Equal(project);
    }

    private static AssetContent Full() => AJob.Content() with
    {
        SubType = AssetSetSubTypes.MediaSet,
        Words = "some words",
        Members = [new SetMember(12), new SetMember(11) { PageReset = true, Row = 2, Column = 3 }, new SetMember(12)],
        Generation = new Generation(900, GenerationEngines.PostScriptRip, "2")
        {
            Attributes = new Dictionary<string, string> { ["page"] = "2" },
        },
        Metadata = new Dictionary<string, string> { ["dc:title"] = "Shoe" },
        Details = new AssetDetails
        {
            Mask = new DerivedFile("abc/m.tif", 10),
            Crop = new CropAmounts(1, 2, 3, 4),
            Anchor = new AnchorPoint(5, 6),
            Maps = [new AssetMap("m", "rect", "1,2,3,4", "href=x")],
            Facts = new Dictionary<string, string> { ["pageCount"] = "3" },
            Options = "{}",
        },
    };

    private async Task<long> CommitAsync(AssetChange change) =>
        (await Jobs.CommitItemAsync(AJob.Item(instanceId, Guid.NewGuid().ToString()) with { Asset = change }, None))!.Value;

    private Task<long?> TakeAsync(string path, long size) => Jobs.CommitItemAsync(
        AJob.Item(instanceId, path + size) with { Taken = new LedgerEntry(47, path, size, Now, [1]) }, None);

    private async Task<List<long>> PublishAsync(int contextId)
    {
        var ids = new List<long>();
        await foreach (var asset in Assets.ListForPublishAsync(47, contextId, all: false, None))
            ids.Add(asset.AssetId);
        return ids;
    }
}
