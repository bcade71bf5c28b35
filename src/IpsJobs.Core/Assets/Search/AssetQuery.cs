using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Assets.Search;

/// <summary>A search among the assets of a company; everything must hold at once.</summary>
public sealed record AssetQuery(int CompanyId)
{
    /// <summary>With company root and trailing slash; null for anywhere.</summary>
    public string? Folder { get; init; }

    /// <summary>False: only what lies in the folder itself.</summary>
    public bool IncludeSubfolders { get; init; }

    /// <summary>Null for marked and unmarked ones.</summary>
    public bool? ReadyForPublish { get; init; }

    /// <summary>A constant of <see cref="TrashStates"/>.</summary>
    public string TrashState { get; init; } = TrashStates.NotInTrash;

    public ConditionGroup Conditions { get; init; } = ConditionGroup.Empty;

    public AssetTypeFilter Types { get; init; } = AssetTypeFilter.All;

    /// <summary>Leaves out whatever was made from other assets.</summary>
    public bool ExcludeByproducts { get; init; }

    /// <summary>What else is left out.</summary>
    public IReadOnlyList<Byproduct> ExcludedByproducts { get; init; } = [];

    /// <summary>Null for assets of any project and of none.</summary>
    public long? ProjectId { get; init; }

    /// <summary>A constant of <see cref="AssetSortFields"/>; what is equal comes by id.</summary>
    public string SortBy { get; init; } = AssetSortFields.Name;

    public bool Descending { get; init; }

    public required int PageSize { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;
}
