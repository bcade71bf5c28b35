namespace IpsJobs.Handlers.Publishing.Catalogs;

/// <summary>What the record of a set says of its members.</summary>
/// <param name="ImageSet">Members in the grammar of the type; empty for assets that are no set.</param>
/// <param name="AssetType">A constant of <see cref="Core.Constants.CatalogAssetTypes"/>, or empty.</param>
/// <param name="Warnings">Members that could not be named.</param>
public sealed record SetColumns(string ImageSet, string AssetType, IReadOnlyList<PublishRemark> Warnings)
{
    /// <summary>True when it names assets that are no members, whose changes nobody who looks at the members sees.</summary>
    public bool NamesOthers { get; init; }

    public static SetColumns None { get; } = new("", "", []);
}
