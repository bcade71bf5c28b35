using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>What a renderer drew.</summary>
/// <param name="StagedPath">An image file below the staging directory that the optimiser reads, removed after use; null when nothing could be drawn.</param>
/// <param name="Warnings">Remarks for the row of the file.</param>
/// <param name="Facts">Facts for the asset, e.g. its page count.</param>
public sealed record RenderedPicture(string? StagedPath, IReadOnlyList<AuxEntry> Warnings, IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>Why the file could not be looked at, when that is no reason to refuse an upload; null otherwise.</summary>
    public LocalizedMessage? Failure { get; init; }
}
