using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Ingest;

/// <summary>A file whose content has been looked at.</summary>
/// <param name="Type">Its type, now that the content is known.</param>
/// <param name="Optimized">The optimised image; null for types that have none.</param>
/// <param name="StagedPath">Where the optimised image waits; null when there is none.</param>
/// <param name="Warnings">Remarks for the row of the file.</param>
internal sealed record PreparedPicture(
    FileClass.Known Type, OptimizedImage? Optimized, string? StagedPath, IReadOnlyList<AuxEntry> Warnings);
