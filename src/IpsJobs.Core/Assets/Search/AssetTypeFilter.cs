namespace IpsJobs.Core.Assets.Search;

/// <summary>Which types of assets are meant.</summary>
public sealed record AssetTypeFilter
{
    public static AssetTypeFilter All { get; } = new();

    /// <summary>Empty for all.</summary>
    public IReadOnlyCollection<string> Types { get; init; } = [];

    public IReadOnlyCollection<string> Excluded { get; init; } = [];

    /// <summary>Empty for all.</summary>
    public IReadOnlyCollection<string> SubTypes { get; init; } = [];

    /// <summary>False: assets without a sub type pass the list of sub types.</summary>
    public bool StrictSubTypes { get; init; }
}
