using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Projects that files of a job are added to.</summary>
/// <param name="Ids">Those that exist.</param>
/// <param name="Warnings">One for each that does not.</param>
public sealed record FoundProjects(IReadOnlyList<long> Ids, IReadOnlyList<AuxEntry> Warnings)
{
    public static FoundProjects None { get; } = new([], []);
}
