using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.AutoSets;

/// <summary>What all presets of a job have found.</summary>
/// <param name="Sets">Sets to make or to extend, in the order of the presets.</param>
/// <param name="Errors">Rows of assets and presets that cannot be used; each is a work item.</param>
/// <param name="Matched">Assets that some preset took.</param>
public sealed record SetPlans(IReadOnlyList<SetPlan> Sets, IReadOnlyList<LogRow> Errors, IReadOnlySet<long> Matched)
{
    /// <summary>Work items: sets and errors.</summary>
    public int ItemCount => Sets.Count + Errors.Count;
}
