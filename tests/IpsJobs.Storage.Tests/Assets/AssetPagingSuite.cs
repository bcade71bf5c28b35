using IpsJobs.Core.Assets;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Constants;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Storage.Tests.Assets;

/// <summary>Turning the pages of a search.</summary>
public abstract class AssetPagingSuite : StoreTest
{
    private static readonly AssetQuery Everything = new(47) { PageSize = 100 };

    // Some differ in nothing but case.
    private static readonly string[] Names = ["shoe1", "Shoe1", "bag", "SHOE1", "shoe", "shirt", "hat", "shoe2", "Shoe0", "zip"];

    private long instanceId;

    private IAssetSearch Search => Services.GetRequiredService<IAssetSearch>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        instanceId = (await Jobs.AddInstanceAsync(AJob.New(), None)).InstanceId;
        await Jobs.StartInstanceAsync(AJob.Start(instanceId), None);
        foreach (var (name, index) in Names.Select((name, index) => (name, index)))
        {
            await AddAsync(name, index % 4 == 1 ? "SampleCompany/b/" : "SampleCompany/a/", index % 3 == 2 ? ["blue"] : ["red", name]);
            // Some are of one moment.
            if (index % 3 == 0)
                Time.Advance(TimeSpan.FromMinutes(1));
        }
    }

    public static TheoryData<AssetQuery> Searches()
    {
        var prefix = If(new TextCondition(new AssetField.System(AssetSystemFields.Name), ComparisonOperators.StartsWith, ["shoe"]));
        var exactPrefix = If(new TextCondition(new AssetField.System(AssetSystemFields.Name), ComparisonOperators.StartsWith, ["shoe"]) { CaseSensitive = true });
        var red = If(new KeywordCondition("red"));
        return new TheoryData<AssetQuery>(
            Everything,
            Everything with { Folder = "SampleCompany/a/" },
            Everything with { Folder = "SampleCompany/", IncludeSubfolders = true },
            Everything with { Types = new AssetTypeFilter { Types = ["Image"] } },
            prefix,
            prefix with { Folder = "SampleCompany/a/" },
            exactPrefix,
            red,
            red with { SortBy = AssetSortFields.Created },
            red with { SortBy = AssetSortFields.Created, Folder = "SampleCompany/a/" },
            Everything with { SortBy = AssetSortFields.Created },
            Everything with { SortBy = AssetSortFields.Modified },
            Everything with { SortBy = AssetSortFields.AssetType },
            Everything with { SortBy = AssetSortFields.FileSize });
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task Search_FindsTheSamePages_HoweverTheyAreTurned(AssetQuery query)
    {
        foreach (var search in (AssetQuery[])[query, query with { Descending = true }])
        {
            var all = (await Search.SearchAsync(search, None)).Assets.Select(asset => asset.Name).ToList();
            all.Should().HaveCountGreaterThan(2);
            int[] pages = [.. Enumerable.Range(1, (all.Count + 1) / 2)];

            foreach (var page in (int[])[.. pages, .. pages, .. pages.Reverse(), 99, pages[^1]])
            {
                var found = await Search.SearchAsync(search with { PageSize = 2, Page = page }, None);
                found.TotalRows.Should().Be(all.Count);
                found.Assets.Select(asset => asset.Name).Should().Equal(all.Skip((page - 1) * 2).Take(2), "of page {0}", page);
            }
        }
    }

    [Fact]
    public async Task Search_SeesWhatWasWritten_BetweenTwoPages()
    {
        var query = Everything with { PageSize = 3 };
        await NamesAsync(query);
        (await NamesAsync(query with { Page = 2 })).Should().Equal("shoe", "Shoe0", "shoe1");

        await AddAsync("aaa", "SampleCompany/a/", []);

        (await NamesAsync(query with { Page = 2 })).Should().Equal("shirt", "shoe", "Shoe0");
    }

    private static AssetQuery If(AssetCondition condition) => Everything with { Conditions = new ConditionGroup(Any: false, [condition]) };

    private async Task<IEnumerable<string>> NamesAsync(AssetQuery query) =>
        (await Search.SearchAsync(query, None)).Assets.Select(asset => asset.Name);

    private Task<long?> AddAsync(string name, string folder, string[] keywords) => Jobs.CommitItemAsync(
        AJob.Item(instanceId, Guid.NewGuid().ToString("N")) with
        {
            Asset = AJob.Add(name) with { Content = AJob.Content(name + ".jpg") with { Folder = folder, Keywords = keywords } },
        },
        None);
}
