using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Assets.Folders;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Constants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Storage.Tests.Assets;

/// <summary>Searching assets.</summary>
public abstract class AssetSearchSuite : StoreTest
{
    private static readonly AssetQuery Everything = new(47) { PageSize = 100 };

    private long instanceId;

    private IAssetSearch Search => Services.GetRequiredService<IAssetSearch>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        instanceId = (await Jobs.AddInstanceAsync(AJob.New(), None)).InstanceId;
        await Jobs.StartInstanceAsync(AJob.Start(instanceId), None);
    }

    [Fact]
    public async Task Search_ReadsTheWholeAsset()
    {
        var add = AJob.Add() with
        {
            Content = AJob.Content() with
            {
                SubType = "x",
                Metadata = new Dictionary<string, string> { ["dc:rights"] = "ours" },
                Details = AssetDetails.None with { UrlModifier = "sharp=1" },
            },
        };
        var id = await AddAsync(add);

        (await Search.SearchAsync(Everything, None)).Assets.Single().Should().BeEquivalentTo((await Assets.FindAsync(47, id, None))!);
    }

    [Fact]
    public async Task Search_CountsAllPages_AndReturnsOne()
    {
        foreach (var name in (string[])["d", "B", "a", "e", "C"])
            await AddAsync(AJob.Add(name));
        await AddAsync(AJob.Add("f", companyId: 48));

        var second = await Search.SearchAsync(Everything with { PageSize = 2, Page = 2 }, None);
        var beyond = await Search.SearchAsync(Everything with { PageSize = 2, Page = 4 }, None);

        second.TotalRows.Should().Be(5);
        second.Assets.Select(asset => asset.Name).Should().Equal("C", "d");
        beyond.TotalRows.Should().Be(5);
        beyond.Assets.Should().BeEmpty();
    }

    [Theory]
    [InlineData(AssetSortFields.Name, "a,b,c")]
    [InlineData(AssetSortFields.Created, "b,c,a")]
    [InlineData(AssetSortFields.Modified, "c,a,b")]
    [InlineData(AssetSortFields.FileSize, "c,b,a")]
    [InlineData(AssetSortFields.AssetType, "a,c,b")]
    public async Task Search_Sorts_InBothDirections(string field, string expected)
    {
        var b = await AddAsync(Typed("b", AssetTypes.Pdf, 2));
        Time.Advance(TimeSpan.FromMinutes(1));
        await AddAsync(Typed("c", AssetTypes.Image, 1));
        Time.Advance(TimeSpan.FromMinutes(1));
        await AddAsync(Typed("a", AssetTypes.Image, 3));
        Time.Advance(TimeSpan.FromMinutes(1));
        await ChangeAsync(new EditAsset(b, 41) { ReadyForPublish = false });

        var names = expected.Split(',');
        (await NamesAsync(Everything with { SortBy = field })).Should().Equal(names);
        (await NamesAsync(Everything with { SortBy = field, Descending = true })).Should().Equal(names.Reverse());
    }

    [Theory]
    [InlineData(null, false, "top,a,ab,deep,near")]
    [InlineData("SampleCompany/", false, "top")]
    [InlineData("SampleCompany/", true, "top,a,ab,deep,near")]
    [InlineData("SampleCompany/a/", false, "a")]
    [InlineData("SampleCompany/a/", true, "a,ab,deep")]
    [InlineData("SampleCompany/none/", true, "")]
    public async Task Search_StaysInTheFolder(string? folder, bool subfolders, string expected)
    {
        await AddAsync(In("top", "SampleCompany/"));
        await AddAsync(In("a", "SampleCompany/a/"));
        await AddAsync(In("ab", "SampleCompany/a/b/"));
        await AddAsync(In("deep", "SampleCompany/a/b/c/"));
        // Sorts between the folder and what lies below it.
        await AddAsync(In("near", "SampleCompany/a.b/"));

        (await NamesAsync(Everything with { Folder = folder, IncludeSubfolders = subfolders }))
            .Should().BeEquivalentTo(expected.Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Search_FiltersByStateProjectAndOrigin()
    {
        await AddAsync(AJob.Add("marked"));
        await AddAsync(AJob.Add("unmarked") with { ReadyForPublish = false, Content = AJob.Content() with { ProjectIds = [9] } });
        var trashed = await AddAsync(AJob.Add("trashed"));
        await ChangeAsync(new TrashAsset(trashed, 41));
        var page = AJob.Content() with { Generation = new Generation(trashed, GenerationEngines.PostScriptRip, "1") };
        await AddAsync(AJob.Add("page") with { Content = page });
        await AddAsync(AJob.Add("doc") with { Content = page with { Type = AssetTypes.Pdf } });

        (await NamesAsync(Everything with { ReadyForPublish = false })).Should().Equal("unmarked");
        (await NamesAsync(Everything with { ReadyForPublish = true })).Should().Equal("doc", "marked", "page");
        (await NamesAsync(Everything with { TrashState = TrashStates.InTrash })).Should().Equal("trashed");
        (await NamesAsync(Everything with { ProjectId = 9 })).Should().Equal("unmarked");
        (await NamesAsync(Everything with { ExcludeByproducts = true })).Should().Equal("marked", "unmarked");
        (await NamesAsync(Everything with { ExcludedByproducts = [new Byproduct(GenerationEngines.PostScriptRip, AssetTypes.Pdf)] }))
            .Should().Equal("marked", "page", "unmarked");
    }

    [Fact]
    public async Task Search_FiltersByTypeAndSubType()
    {
        await AddAsync(Typed("image", AssetTypes.Image, 1));
        await AddAsync(Typed("pdf", AssetTypes.Pdf, 1));
        await AddAsync(AJob.Add("media") with { Content = AJob.Content() with { Type = AssetTypes.AssetSet, SubType = "MediaSet" } });
        await AddAsync(AJob.Add("swatch") with { Content = AJob.Content() with { Type = AssetTypes.AssetSet, SubType = "SwatchSet" } });

        (await NamesAsync(OfTypes(new() { Types = ["Image"] }))).Should().Equal("image");
        (await NamesAsync(OfTypes(new() { Types = ["Image", "Pdf"] }))).Should().Equal("image", "pdf");
        (await NamesAsync(OfTypes(new() { Excluded = ["Image", "Pdf"] }))).Should().Equal("media", "swatch");
        (await NamesAsync(OfTypes(new() { SubTypes = ["MediaSet"] }))).Should().Equal("image", "media", "pdf");
        (await NamesAsync(OfTypes(new() { SubTypes = ["MediaSet"], StrictSubTypes = true }))).Should().Equal("media");
    }

    [Theory]
    [InlineData("Name", "Equals", "SHOE-1", "shoe-1")]
    [InlineData("Name", "NotEquals", "shoe-1", "bag,shoe-2")]
    [InlineData("Name", "Contains", "hOe", "shoe-1,shoe-2")]
    [InlineData("Name", "NotContains", "hoe", "bag")]
    [InlineData("Name", "StartsWith", "SH", "shoe-1,shoe-2")]
    [InlineData("Name", "StartsWith", "", "bag,shoe-1,shoe-2")]
    [InlineData("Name", "EndsWith", "-2", "shoe-2")]
    [InlineData("Name", "EndsWith", "", "bag,shoe-1,shoe-2")]
    [InlineData("Name", "Contains", "%", "")]
    [InlineData("FileName", "EndsWith", ".JPG", "bag,shoe-1,shoe-2")]
    [InlineData("Keywords", "Equals", "GRÜN", "")]
    [InlineData("Keywords", "Equals", "Red", "bag,shoe-1")]
    [InlineData("Keywords", "NotContains", "ed", "shoe-2")]
    [InlineData("Keywords", "StartsWith", "gr", "shoe-2")]
    [InlineData("CreateUser", "Equals", "maker@example.com", "bag,shoe-1,shoe-2")]
    [InlineData("LastModifyUser", "Contains", "nobody", "")]
    public async Task Search_ComparesTexts_WithoutCase(string field, string op, string value, string expected)
    {
        var user = await Administration.AddUserAsync(
            new User { UserId = 0, Email = "maker@example.com", FirstName = "M", LastName = "K", PasswordHash = "x" }, [], None);
        await AddAsync(Keyed("shoe-1", user.UserId, "red", "blue"));
        await AddAsync(Keyed("shoe-2", user.UserId, "grün"));
        await AddAsync(Keyed("bag", user.UserId, "red"));

        (await NamesAsync(If(new TextCondition(new AssetField.System(field), op, [value]))))
            .Should().Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Search_ComparesMetadata()
    {
        await AddAsync(Described("a", ("dc:rights", "Ours"), ("weight", "7.5"), ("shot", "2014-01-02T03:04:05Z"), ("tags", "x, Y,\"z\"")));
        await AddAsync(Described("b", ("dc:rights", "ours"), ("weight", "70"), ("shot", "2014-06-01")));
        await AddAsync(Described("c", ("weight", "heavy"), ("description", "A 'quoted' text")));
        await AddAsync(AJob.Add("d"));

        var rights = new AssetField.Metadata(["dc:rights"]);
        (await NamesAsync(If(new TextCondition(rights, "Equals", ["OURS"])))).Should().Equal("a", "b");
        (await NamesAsync(If(new TextCondition(rights, "Equals", ["Ours"]) { CaseSensitive = true }))).Should().Equal("a");
        (await NamesAsync(If(new TextCondition(rights, "Equals", ["x", "ours"]) { CaseSensitive = true }))).Should().Equal("b");
        (await NamesAsync(If(new TextCondition(rights, "Equals", [""])))).Should().Equal("c", "d");
        (await NamesAsync(If(new TextCondition(rights, "NotEquals", ["ours"])))).Should().Equal("c", "d");
        (await NamesAsync(If(new TextCondition(new AssetField.Metadata(AssetInfoFields.Description), "Contains", ["'QUOTED'"])))).Should().Equal("c");
        var weight = new AssetField.Metadata(["weight"]);
        (await NamesAsync(If(new NumberCondition(weight, "LessThan", 10, 0)))).Should().Equal("a");
        (await NamesAsync(If(new NumberCondition(weight, "NotBetween", 7, 8)))).Should().Equal("b");
        var shot = new AssetField.Metadata(["shot"]);
        (await NamesAsync(If(new DateCondition(shot, "GreaterThanEquals", new(2014, 1, 2, 3, 4, 5, default), default)))).Should().Equal("a", "b");
        (await NamesAsync(If(new DateCondition(shot, "LessThan", new(2014, 1, 2, 3, 4, 6, default), default)))).Should().Equal("a");
        (await NamesAsync(If(new TextCondition(new AssetField.Tags("tags"), "Equals", ["y"])))).Should().Equal("a");
        (await NamesAsync(If(new TextCondition(new AssetField.Tags("tags"), "Equals", ["\"Z\""])))).Should().Equal("a");
    }

    [Fact]
    public async Task Search_ComparesSizeAndDates()
    {
        await AddAsync(Typed("a", AssetTypes.Image, 10));
        Time.Advance(TimeSpan.FromMinutes(1));
        await AddAsync(Typed("b", AssetTypes.Image, 20));

        var size = new AssetField.System("FileSize");
        (await NamesAsync(If(new NumberCondition(size, "Between", 5, 10)))).Should().Equal("a");
        (await NamesAsync(If(new NumberCondition(size, "GreaterThan", 10, 0)))).Should().Equal("b");
        (await NamesAsync(If(new DateCondition(new AssetField.System("Created"), "LessThan", Now, default)))).Should().Equal("a");
        (await NamesAsync(If(new DateCondition(new AssetField.System("LastModified"), "Equals", Now, default)))).Should().Equal("b");
    }

    [Fact]
    public async Task Search_CombinesConditions_AsItIsTold()
    {
        await AddAsync(Keyed("a", 41, "red", "blue"));
        await AddAsync(Keyed("b", 41, "red"));
        await AddAsync(Keyed("c", 41, "blue"));
        await AddAsync(Keyed("d", 41));
        AssetCondition red = new KeywordCondition("RED");
        AssetCondition blue = new KeywordCondition("blue");
        AssetCondition d = new TextCondition(new AssetField.System("Name"), "Equals", ["d"]);

        (await NamesAsync(Everything with { Conditions = new ConditionGroup(Any: false, [red, blue]) })).Should().Equal("a");
        (await NamesAsync(Everything with { Conditions = new ConditionGroup(Any: true, [red, blue]) })).Should().Equal("a", "b", "c");
        (await NamesAsync(Everything with { Conditions = new ConditionGroup(Any: true, [ConditionGroup.Empty]) })).Should().HaveCount(4);
        (await NamesAsync(Everything with
        {
            Conditions = new ConditionGroup(Any: true, [d, new ConditionGroup(Any: false, [red, blue])]),
        })).Should().Equal("a", "d");
    }

    [Fact]
    public async Task ListByNames_FindsBothNameSpaces_OutsideTheTrash()
    {
        await AddAsync(AJob.Add("shoe"));
        await AddAsync(AJob.Add("shoe") with { NameSpace = NameSpace.Static, Content = AJob.Content("shoe.pdf") with { Type = AssetTypes.Pdf } });
        await AddAsync(AJob.Add("Shoe"));
        await AddAsync(AJob.Add("shoe", companyId: 48));
        await ChangeAsync(new TrashAsset(await AddAsync(AJob.Add("bag")), 41));

        var all = await Search.ListByNamesAsync(47, ["shoe", "bag", "none"], AssetTypeFilter.All, None);
        var pdfs = await Search.ListByNamesAsync(47, ["shoe", "bag"], new AssetTypeFilter { Types = ["Pdf"] }, None);

        all.Select(asset => asset.Content.Type).Should().Equal("Image", "Pdf");
        pdfs.Select(asset => asset.Content.Type).Should().Equal("Pdf");
        (await Search.FindNamesInUseAsync(47, ["shoe", "bag", "none"], None)).Should().BeEquivalentTo("shoe", "bag");
        (await Search.CountByTypeAsync(47, None)).Should().Equal(new Dictionary<string, int> { ["Image"] = 2, ["Pdf"] = 1 });
    }

    [Fact]
    public async Task Search_CountsAnew_WhenSomethingWasWritten()
    {
        var first = await AddAsync(Keyed("a", 41, "red"));
        await AddAsync(Keyed("b", 41, "red", "RED"));
        var red = If(new KeywordCondition("Red")) with { PageSize = 1 };
        var all = Everything with { PageSize = 1 };
        (await TotalAsync(red)).Should().Be(2);
        (await TotalAsync(all)).Should().Be(2);

        await ChangeAsync(new EditAsset(first, 41) { Keywords = ["blue"] });
        await AddAsync(Keyed("c", 41));

        (await TotalAsync(red)).Should().Be(1);
        (await TotalAsync(all)).Should().Be(3);
        await ChangeAsync(new TrashAsset(first, 41));
        (await TotalAsync(all)).Should().Be(2);
        (await TotalAsync(all with { TrashState = TrashStates.InTrash, PageSize = 5, Page = 2 })).Should().Be(1);
        (await TotalAsync(If(new KeywordCondition("blue")) with { TrashState = TrashStates.InTrash, PageSize = 1 })).Should().Be(1);
    }

    [Theory]
    [InlineData(AssetSortFields.Created, true, "c,b,a")]
    [InlineData(AssetSortFields.Name, false, "a,b,c")]
    [InlineData(AssetSortFields.FileSize, false, "a,b,c")]
    public async Task Search_StartsFromAKeyword_InEveryOrder(string sortBy, bool descending, string expected)
    {
        foreach (var name in (string[])["a", "b", "c"])
        {
            await AddAsync(Keyed(name, 41, "red", name));
            Time.Advance(TimeSpan.FromMinutes(1));
        }

        await AddAsync(Keyed("d", 41, "blue"));

        var query = If(new KeywordCondition("red")) with { SortBy = sortBy, Descending = descending };
        (await NamesAsync(query)).Should().Equal(expected.Split(','));
        (await NamesAsync(query with { Folder = "SampleCompany/none/" })).Should().BeEmpty();
        (await NamesAsync(query with { Conditions = new ConditionGroup(Any: false, [new KeywordCondition("red"), new KeywordCondition("b")]) }))
            .Should().Equal("b");
    }

    [Fact]
    public async Task Folders_AreListedWithAllBelow_AndByWhatLiesInThem()
    {
        var folders = Services.GetRequiredService<IFolderLists>();
        await AddAsync(In("a", "SampleCompany/a/b/"));
        await AddAsync(In("near", "SampleCompany/a.b/"));
        await AddAsync(AJob.Add("pdf") with { Content = AJob.Content("x.pdf") with { Type = AssetTypes.Pdf, Folder = "SampleCompany/c/" } });
        await AddAsync(AJob.Add("other", companyId: 48));

        (await folders.ListAsync(47, "SampleCompany/", 100, None)).Select(f => f.Path)
            .Should().Equal("SampleCompany/", "SampleCompany/a.b/", "SampleCompany/a/", "SampleCompany/a/b/", "SampleCompany/c/");
        (await folders.ListAsync(47, "SampleCompany/a/", 100, None)).Select(f => f.Path).Should().Equal("SampleCompany/a/", "SampleCompany/a/b/");
        (await folders.ListAsync(47, "SampleCompany/", 2, None)).Should().HaveCount(2);
        (await folders.ListAsync(47, "SampleCompany/none/", 100, None)).Should().BeEmpty();
        (await folders.ListWithTypesAsync(47, "SampleCompany/", ["Pdf", "Font"], None)).Should().Equal("SampleCompany/c/");
        (await folders.ListWithTypesAsync(47, "SampleCompany/a/", ["Pdf", "Image"], None)).Should().Equal("SampleCompany/a/b/");
    }

    [Fact]
    public async Task PublishStates_TellMarksAndDeliveries()
    {
        var states = Services.GetRequiredService<IPublishStates>();
        var company = await Administration.AddCompanyAsync("Sample", "SampleCompany/", 47, None);
        var context = (await Accounts.ListContextsAsync(company.CompanyId, None))[0];
        var server = (await Accounts.ListServersAsync(context.ContextId, None))[0];
        var id = await AddAsync(AJob.Add());
        await using (var db = Tables())
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO AssetContextMarks (AssetId, ContextId, IsMarked) VALUES ({id}, {context.ContextId}, 0)");
        }

        var published = AJob.Item(instanceId, "p") with { Published = [new PublishRecord(id, server.ServerId, context.ContextId, "r1")] };
        await Jobs.CommitItemAsync(published, None);

        (await states.ListMarksAsync([id, 99], None)).Should().Equal(
            new Dictionary<(long, int), bool> { [(id, context.ContextId)] = false });
        (await states.ListDeliveriesAsync(47, id, None)).Should().Equal(new AssetDelivery(server.Name, context.Name, Now));
        (await states.ListDeliveriesAsync(48, id, None)).Should().BeEmpty();
    }

    private static AssetQuery If(AssetCondition condition) => Everything with { Conditions = new ConditionGroup(Any: false, [condition]) };

    private static AssetQuery OfTypes(AssetTypeFilter types) => Everything with { Types = types };

    private static AddAsset In(string name, string folder) => AJob.Add(name) with { Content = AJob.Content(name + ".jpg") with { Folder = folder } };

    private static AddAsset Typed(string name, string type, long size) =>
        AJob.Add(name) with { Content = AJob.Content(name + ".x") with { Type = type, FileSize = size } };

    private static AddAsset Keyed(string name, int userId, params string[] keywords) =>
        AJob.Add(name) with { Content = AJob.Content(name + ".jpg") with { Keywords = keywords }, UserId = userId };

    private static AddAsset Described(string name, params (string Name, string Value)[] fields) => AJob.Add(name) with
    {
        Content = AJob.Content(name + ".jpg") with { Metadata = fields.ToDictionary(field => field.Name, field => field.Value) },
    };

    private async Task<int> TotalAsync(AssetQuery query) => (await Search.SearchAsync(query, None)).TotalRows;

    private async Task<IEnumerable<string>> NamesAsync(AssetQuery query) =>
        (await Search.SearchAsync(query, None)).Assets.Select(asset => asset.Name);

    private async Task<long> AddAsync(AddAsset add) => (await ChangeAsync(add))!.Value;

    private Task<long?> ChangeAsync(AssetChange change) =>
        Jobs.CommitItemAsync(AJob.Item(instanceId, Guid.NewGuid().ToString("N")) with { Asset = change }, None);
}
