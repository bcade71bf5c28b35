using IpsJobs.Core.Assets;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Constants;

namespace IpsJobs.Storage.Assets.Search;

/// <summary>A row that a search found: the search can go on there instead of skipping all rows before it.</summary>
/// <param name="Offset">Rows of the search that come before it.</param>
/// <param name="Key">What the search is sorted by.</param>
/// <param name="AssetId">Decides between rows with the same key.</param>
internal sealed record PageMark(long Offset, object Key, long AssetId)
{
    /// <summary>True for searches that walk along an index anyway. Others sort all they find for every page.</summary>
    /// <remarks>
    /// Strict, because to go on at a key makes the index of the order look better than it is: a search that starts from
    /// something rarer would be led to read every asset.
    /// </remarks>
    public static bool IsOf(AssetQuery query) => query.TrashState == TrashStates.NotInTrash && query.SortBy switch
    {
        AssetSortFields.Created => SearchSql.Keyword(query) is not null || IsPlain(query),
        AssetSortFields.Modified => IsPlain(query),
        AssetSortFields.Name => IsByName(query),
        _ => false,
    };

    public static PageMark Of(AssetQuery query, long offset, StoredAsset asset) => new(offset, query.SortBy switch
    {
        AssetSortFields.Created => asset.CreatedUtc,
        AssetSortFields.Modified => asset.ModifiedUtc,
        _ => asset.Name,
    }, asset.AssetId);

    /// <summary>The beginning that all names must have, when that is the only condition; null for anything else.</summary>
    public static TextCondition? Prefix(ConditionGroup conditions) => conditions.Conditions is
    [
        TextCondition
        {
            Field: AssetField.System { Name: AssetSystemFields.Name }, Operator: ComparisonOperators.StartsWith, Values.Count: 1, CaseSensitive: false,
        } prefix,
    ] ? prefix : null;

    private static bool IsPlain(AssetQuery query) => query.Folder is null && query.Types.Types.Count == 0
        && query.ProjectId is null && ConditionSql.IsEmpty(query.Conditions);

    // The indexes of folders and of types continue in the order of names; one of several folders or types does not.
    private static bool IsByName(AssetQuery query) => (query.Folder is null || !query.IncludeSubfolders) && query.Types.Types.Count <= 1
        && query.ProjectId is null && (ConditionSql.IsEmpty(query.Conditions) || Prefix(query.Conditions) is not null);
}
