using IpsJobs.Core.Assets;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Constants;
using IpsJobs.Storage.Assets.Search;

namespace IpsJobs.Storage.Tests.Assets.Search;

public sealed class KnownSearchTests
{
    private static readonly AssetQuery Pages = new(47) { PageSize = 2 };

    [Fact]
    public void FindMark_IsTheLastRow_ThatIsNotBehindThePage()
    {
        var known = new KnownSearch();
        known.Add(Pages with { Page = 3 }, [Asset(5), Asset(6)]);

        known.FindMark(Pages with { Page = 2 }).Should().BeNull();
        known.FindMark(Pages with { Page = 3 }).Should().Be(new PageMark(4, "name 5", 5));
        known.FindMark(Pages with { Page = 4 }).Should().Be(new PageMark(5, "name 6", 6));
        known.FindMark(Pages with { Page = 9 }).Should().Be(new PageMark(5, "name 6", 6));
    }

    [Fact]
    public void FindMark_FollowsTheReader_ThroughVeryManyPages()
    {
        var known = new KnownSearch();
        for (var page = 1; page <= 1000; page++)
        {
            known.Add(Pages with { Page = page }, [Asset(page), Asset(page + 1)]);
            known.FindMark(Pages with { Page = page + 1 })!.Offset.Should().Be((page * 2) - 1);
        }
    }

    [Fact]
    public void FindMark_IsNull_AfterAPageWithoutRows()
    {
        var known = new KnownSearch();
        known.Add(Pages with { Page = 3 }, []);

        known.FindMark(Pages with { Page = 3 }).Should().BeNull();
    }

    [Fact]
    public void FindMark_IsNull_WhereEveryPageIsSorted()
    {
        foreach (var query in (AssetQuery[])
                 [
                     Pages with { SortBy = AssetSortFields.FileSize },
                     Pages with { SortBy = AssetSortFields.Created, Folder = "SampleCompany/a/" },
                     Pages with { Folder = "SampleCompany/", IncludeSubfolders = true },
                     Pages with { Types = new AssetTypeFilter { Types = ["Image", "Pdf"] } },
                     Pages with { ProjectId = 9 },
                     Pages with { TrashState = TrashStates.InTrash },
                     Pages with { Conditions = new ConditionGroup(Any: true, [new KeywordCondition("red"), new KeywordCondition("blue")]) },
                 ])
        {
            var known = new KnownSearch();
            known.Add(query, [Asset(1)]);
            known.FindMark(query).Should().BeNull("of {0}", query);
        }
    }

    [Fact]
    public void Key_IsOfTheWholeSearch_ButNotOfThePage()
    {
        var key = SearchSql.Key(Pages);

        SearchSql.Key(Pages with { Page = 7, PageSize = 3 }).Should().Be(key);
        foreach (var other in (AssetQuery[])
                 [
                     Pages with { CompanyId = 48 }, Pages with { Descending = true }, Pages with { SortBy = AssetSortFields.Created },
                     Pages with { Folder = "SampleCompany/a/" }, Pages with { ReadyForPublish = true },
                     Pages with { TrashState = TrashStates.InTrash },
                     Pages with { Conditions = new ConditionGroup(Any: false, [new KeywordCondition("red")]) },
                 ])
            SearchSql.Key(other).Should().NotBe(key);
    }

    private static StoredAsset Asset(int id) => new()
    {
        AssetId = id,
        CompanyId = 47,
        Name = $"name {id}",
        NameSpace = NameSpace.Catalog,
        Content = AJob.Content(),
        ReadyForPublish = true,
        TrashState = TrashStates.NotInTrash,
        CreatedUtc = DateTimeOffset.UnixEpoch,
        ModifiedUtc = DateTimeOffset.UnixEpoch,
    };
}
