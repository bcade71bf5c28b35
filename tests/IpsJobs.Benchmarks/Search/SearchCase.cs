using System.Globalization;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Constants;

namespace IpsJobs.Benchmarks.Search;

/// <summary>A search in its three forms: as the store is asked, as a client sends it, and as bare SQL.</summary>
/// <param name="Name">Shown in the results.</param>
/// <param name="Query">For the store.</param>
/// <param name="Fields">Children of the request that stand before its page and its order, in schema order.</param>
/// <param name="RawIds">Bare statement that finds the ids of a page; <c>$skip</c> is how many come before it.</param>
/// <param name="RawOrder">Order of the page.</param>
internal sealed record SearchCase(string Name, AssetQuery Query, string Fields, string RawIds, string RawOrder)
{
    public const int PageSize = 100;
    private const string Mine = "a.\"CompanyId\" = 1 AND a.\"TrashState\" = 'NotInTrash'";
    private const string ByName = "a.\"Name\" COLLATE NOCASE, a.\"AssetId\"";
    private const string Newest = "a.\"CreatedUtc\" DESC, a.\"AssetId\" DESC";
    private const string Everywhere = "<includeSubfolders>true</includeSubfolders>";

    private static readonly AssetQuery All = new(1) { PageSize = PageSize };

    /// <summary>What the claim of speed names.</summary>
    public static IReadOnlyList<SearchCase> Each { get; } =
    [
        new("by folder",
            All with { Folder = SearchData.BigFolder },
            $"<folder>{SearchData.BigFolder}</folder><includeSubfolders>false</includeSubfolders>",
            $"SELECT a.\"AssetId\" FROM \"Assets\" a WHERE {Mine} AND a.\"Folder\" = '{SearchData.BigFolder}' ORDER BY {ByName}",
            ByName),
        new("by name prefix",
            All with { Conditions = new ConditionGroup(Any: false, [new TextCondition(new AssetField.System(AssetSystemFields.Name), ComparisonOperators.StartsWith, ["shoe"])]) },
            $"{Everywhere}<systemFieldConditionArray><items><field>Name</field><op>StartsWith</op><value>shoe</value></items></systemFieldConditionArray>",
            $"SELECT a.\"AssetId\" FROM \"Assets\" a WHERE {Mine} AND a.\"Name\" COLLATE NOCASE >= 'shoe' AND a.\"Name\" COLLATE NOCASE < 'shof' ORDER BY {ByName}",
            ByName),
        new("by keyword, newest first",
            All with { Conditions = new ConditionGroup(Any: false, [new KeywordCondition("red")]), SortBy = AssetSortFields.Created, Descending = true },
            $"{Everywhere}<keywordArray><items>red</items></keywordArray>",
            "SELECT k.\"AssetId\" FROM \"AssetKeywords\" k WHERE k.\"CompanyId\" = 1 AND k.\"TrashState\" = 'NotInTrash' AND k.\"Keyword\" = 'red' ORDER BY k.\"CreatedUtc\" DESC, k.\"AssetId\" DESC",
            Newest),
        new("everything, newest first",
            All with { SortBy = AssetSortFields.Created, Descending = true },
            Everywhere,
            $"SELECT a.\"AssetId\" FROM \"Assets\" a WHERE {Mine} ORDER BY {Newest}",
            Newest),
    ];

    /// <summary>Paging and order as a client writes them.</summary>
    public string Tail(int page) => string.Create(CultureInfo.InvariantCulture,
        $"<recordsPerPage>{PageSize}</recordsPerPage><resultsPage>{page}</resultsPage><sortBy>{Query.SortBy}</sortBy><sortDirection>{(Query.Descending ? "Descending" : "Ascending")}</sortDirection>");
}
