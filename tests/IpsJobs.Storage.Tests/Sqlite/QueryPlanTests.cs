using System.Diagnostics;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Assets.Search;
using IpsJobs.Storage.Queries;
using IpsJobs.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Storage.Tests.Sqlite;

/// <summary>Listings use the indexes made for them; a partial index that a query does not fit is silently ignored by SQLite.</summary>
public sealed class QueryPlanTests : StoreTest, IDisposable
{
    private PlanRecorder? recorder;
    private IDisposable? subscription;

    protected override IReadOnlyDictionary<string, string?> Settings => SqliteSettings.Values;

    // EF remembers for a second whether anybody listens, so the recorder listens before the store is first used.
    public override async Task InitializeAsync()
    {
        recorder = new PlanRecorder(Path.Combine(Folder, "ips.db"));
        subscription = DiagnosticListener.AllListeners.Subscribe(recorder);
        await base.InitializeAsync();
    }

    public void Dispose()
    {
        subscription?.Dispose();
        recorder?.Dispose();
    }

    [Fact]
    public void ListActive_UsesTheLiveIndex_WhenACompanyAsks()
    {
        var (sql, values) = ActiveSql.Compose(new ActiveJobFilter([47]));

        var plan = Services.GetRequiredService<ReadSessions>()
            .Read(s => s.List("EXPLAIN QUERY PLAN " + sql, static r => r.GetString(3), values));

        plan.Should().Contain(step => step.Contains("IX_Instances_Live (CompanyId=?)"));
    }

    [Theory]
    [InlineData(AssetSortFields.Name, null, "IX_Assets_ByName (CompanyId=?)")]
    [InlineData(AssetSortFields.Name, "SampleCompany/a/", "IX_Assets_ByFolder (CompanyId=? AND Folder=?)")]
    [InlineData(AssetSortFields.Created, null, "IX_Assets_ByCreated (CompanyId=?)")]
    [InlineData(AssetSortFields.Modified, null, "IX_Assets_ByModified (CompanyId=?)")]
    [InlineData(AssetSortFields.AssetType, null, "IX_Assets_ByType (CompanyId=?)")]
    public void SearchAssets_SkipsRowsInTheOrderOfAnIndex(string sortBy, string? folder, string index)
    {
        var plan = Plan(new AssetQuery(47) { PageSize = 100, Page = 1000, SortBy = sortBy, Folder = folder });

        plan.Should().Contain(step => step.Contains(index));
        // The page itself may be sorted once more.
        plan.TakeWhile(step => !step.Contains("SCAN page")).Should().NotContain(step => step.Contains("TEMP B-TREE"));
    }

    [Fact]
    public void SearchAssets_FindsAPrefixAndAKeyword_ByTheirIndexes()
    {
        var prefix = new TextCondition(new AssetField.System(AssetSystemFields.Name), ComparisonOperators.StartsWith, ["a"]);

        Plan(new AssetQuery(47) { PageSize = 100, Conditions = new ConditionGroup(Any: false, [prefix]) })
            .Should().Contain(step => step.Contains("IX_Assets_ByName (CompanyId=? AND Name>? AND Name<?)"));
        var keyword = Plan(new AssetQuery(47)
        {
            PageSize = 100,
            SortBy = AssetSortFields.Created,
            Descending = true,
            Conditions = new ConditionGroup(Any: false, [new KeywordCondition("red")]),
        });
        keyword.Should().Contain(step => step.Contains("SEARCH k USING PRIMARY KEY (CompanyId=? AND Keyword=? AND TrashState=?)"));
        keyword.TakeWhile(step => !step.Contains("SCAN page")).Should().NotContain(step => step.Contains("TEMP B-TREE") || step.Contains("SEARCH a"));
    }

    [Theory]
    [InlineData(AssetSortFields.Name, null, null, "IX_Assets_ByName (CompanyId=? AND Name>?)")]
    [InlineData(AssetSortFields.Name, "SampleCompany/a/", null, "IX_Assets_ByFolder (CompanyId=? AND Folder=? AND Name>?)")]
    [InlineData(AssetSortFields.Name, null, "a", "IX_Assets_ByName (CompanyId=? AND Name>? AND Name<?)")]
    [InlineData(AssetSortFields.Created, null, null, "IX_Assets_ByCreated (CompanyId=? AND CreatedUtc>?)")]
    [InlineData(AssetSortFields.Modified, null, null, "IX_Assets_ByModified (CompanyId=? AND ModifiedUtc>?)")]
    public void SearchAssets_EntersTheIndexAtAKnownRow(string sortBy, string? folder, string? prefix, string index)
    {
        var query = new AssetQuery(47) { PageSize = 100, Page = 1000, SortBy = sortBy, Folder = folder };
        if (prefix is not null)
            query = query with { Conditions = new ConditionGroup(Any: false, [new TextCondition(new AssetField.System(AssetSystemFields.Name), ComparisonOperators.StartsWith, [prefix])]) };
        var mark = new PageMark(99_900, sortBy == AssetSortFields.Name ? "abc" : Now, 7);

        foreach (var (search, expected) in (IEnumerable<(AssetQuery, string)>)[(query, index), (query with { Descending = true }, Reversed(index))])
        {
            var plan = Plan(search, mark);
            plan.Should().Contain(step => step.Contains(expected));
            plan.TakeWhile(step => !step.Contains("SCAN page")).Should().NotContain(step => step.Contains("TEMP B-TREE"));
        }
    }

    [Fact]
    public void SearchAssets_EntersTheKeywordsAtAKnownRow()
    {
        var red = new ConditionGroup(Any: false, [new KeywordCondition("red")]);
        var query = new AssetQuery(47) { PageSize = 100, Page = 1000, SortBy = AssetSortFields.Created, Descending = true, Conditions = red };

        Plan(query, new PageMark(99_900, Now, 7))
            .Should().Contain(step => step.Contains("SEARCH k USING PRIMARY KEY (CompanyId=? AND Keyword=? AND TrashState=? AND CreatedUtc<?)"));
    }

    [Fact]
    public async Task ListLogs_ReadsInIndexOrder_WhenACompanyAsks() =>
        (await PlansAsync(() => Queries.ListLogsAsync(new JobLogFilter([47]), None)))
            .Should().Contain(p => p.Contains("IX_Instances_Started")).And.NotContain(p => p.Contains("TEMP B-TREE"));

    [Fact]
    public async Task ListAssetLogs_UsesTheAssetIndex_WhenAnAssetIsAskedFor() =>
        (await PlansAsync(() => Queries.ListAssetLogsAsync(47, 1, 10, None)))
            .Should().Contain(p => p.Contains("IX_LogRows_AssetId"));

    private List<string> Plan(AssetQuery query, PageMark? mark = null)
    {
        var sql = SearchSql.Page(query, mark);
        return Services.GetRequiredService<ReadSessions>()
            .Read(s => s.List("EXPLAIN QUERY PLAN " + sql, static r => r.GetString(3), sql.Values));
    }

    // Both bounds of a prefix stay; otherwise the known row is the upper bound.
    private static string Reversed(string index) => index.Contains('<') ? index : index.Replace(">?", "<?", StringComparison.Ordinal);

    private async Task<IReadOnlyCollection<string>> PlansAsync(Func<Task> query)
    {
        recorder!.IsRecording = true;
        await query();
        return recorder.Plans;
    }
}
