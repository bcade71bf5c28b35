using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>What a renderer drew.</summary>
/// <param name="StagedPath">An image file below the staging directory that the optimiser reads, removed after use; null when nothing could be drawn.</param>
/// <param name="Warnings">Remarks for the row of the file.</param>
/// <param name="Facts">Facts for the asset, e.g. its page count.</param>
public sealed record RenderedPicture(string? StagedPath, IReadOnlyList<AuxEntry> Warnings, IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>Words on the picture, to search in; empty for none.</summary>
    public string Words { get; init; } = "";

    /// <summary>What the file says about itself, where drawing it has told.</summary>
    public EmbeddedMetadata Metadata { get; init; } = EmbeddedMetadata.None;

    /// <summary>Why the file could not be looked at, when that is no reason to refuse an upload; null otherwise.</summary>
    public LocalizedMessage? Failure { get; init; }
}
