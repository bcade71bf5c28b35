using System.Text.Json.Serialization;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>A selected asset and the file that is delivered for it.</summary>
public sealed record ManifestEntry
{
    public required long AssetId { get; init; }

    public required string Name { get; init; }

    /// <summary>Folder and file name, for log rows.</summary>
    public required string Title { get; init; }

    /// <summary>Type of the asset; says how it is delivered.</summary>
    public required string AssetType { get; init; }

    /// <summary>Absolute path in the store; null when the asset has no file to deliver.</summary>
    public required string? Source { get; init; }

    /// <summary>Path on a target, below the root of its kind.</summary>
    public required string Path { get; init; }

    /// <summary>Bytes a complete delivered file has.</summary>
    public required long Length { get; init; }

    /// <summary>Identity of the file's content: guid of the optimised file, or the hash of the original.</summary>
    public required string Content { get; init; }

    /// <summary>Last change of asset or record, in milliseconds since 1970.</summary>
    public required long Stamp { get; init; }

    /// <summary>True when the path changes with the content, so that a file of that name can only be the right one.</summary>
    [JsonIgnore]
    public bool IsNamedByContent => Delivery.Kind != CatalogKind.Static;

    /// <summary>How the asset is delivered.</summary>
    [JsonIgnore]
    public AssetDelivery Delivery =>
        AssetDelivery.Find(AssetType) ?? throw new InvalidOperationException($"Assets of type {AssetType} are not delivered");

    /// <summary>What the publish history remembers.</summary>
    [JsonIgnore]
    public string Revision => FormattableString.Invariant($"{ContentPrefix}{Stamp}");

    private string ContentPrefix => Content + "@";

    /// <summary>True when <paramref name="revision"/> was recorded for the same file, whatever its record was.</summary>
    public bool HasContentOf(string? revision) => revision?.StartsWith(ContentPrefix, StringComparison.Ordinal) ?? false;
}
