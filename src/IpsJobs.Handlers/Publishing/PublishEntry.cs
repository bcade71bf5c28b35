using System.Text.Json.Serialization;

namespace IpsJobs.Handlers.Publishing;

/// <summary>A selected asset and the files that are delivered for it.</summary>
public sealed record PublishEntry
{
    public required long AssetId { get; init; }

    public required string Name { get; init; }

    /// <summary>Folder and file name, for log rows.</summary>
    public required string Title { get; init; }

    /// <summary>File type of its log rows; a constant of <see cref="Core.Constants.LogFileTypes"/>.</summary>
    public required string FileType { get; init; }

    /// <summary>Files in the order of delivery; empty for what is only a record in a catalog, such as a set.</summary>
    public required IReadOnlyList<PublishFile> Files { get; init; }

    /// <summary>Identity of the files' content: guid of the optimised file, or the hash of the original.</summary>
    public required string Content { get; init; }

    /// <summary>Last change of asset or record, in milliseconds since 1970.</summary>
    public required long Stamp { get; init; }

    /// <summary>What is amiss with the asset although it can be published.</summary>
    public IReadOnlyList<PublishRemark> Warnings { get; init; } = [];

    /// <summary>What the publish history remembers.</summary>
    [JsonIgnore]
    public string Revision => FormattableString.Invariant($"{ContentPrefix}{Stamp}");

    private string ContentPrefix => Content + "@";

    /// <summary>True when <paramref name="revision"/> was recorded for the same files, whatever the asset's record was.</summary>
    public bool HasContentOf(string? revision) => revision?.StartsWith(ContentPrefix, StringComparison.Ordinal) ?? false;
}
