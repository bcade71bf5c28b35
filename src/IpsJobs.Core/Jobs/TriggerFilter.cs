using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Jobs;

/// <summary>Which triggers to list; conditions combine with AND.</summary>
/// <param name="CompanyIds">Companies to look in; null means all.</param>
public sealed record TriggerFilter(IReadOnlyCollection<int>? CompanyIds)
{
    public JobHandle? Handle { get; init; }

    public string? OriginalName { get; init; }
}
