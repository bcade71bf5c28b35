namespace IpsJobs.Core.Assets.Search;

/// <summary>What a condition looks at.</summary>
public abstract record AssetField
{
    /// <summary>A constant of <see cref="Constants.AssetSystemFields"/>.</summary>
    public sealed record System(string Name) : AssetField;

    /// <summary>Metadata fields of the asset, of which the first one with a value counts.</summary>
    /// <param name="Names">As stored.</param>
    public sealed record Metadata(IReadOnlyList<string> Names) : AssetField;

    /// <summary>Each value of a metadata field that holds several, separated by commas.</summary>
    public sealed record Tags(string Name) : AssetField;
}
