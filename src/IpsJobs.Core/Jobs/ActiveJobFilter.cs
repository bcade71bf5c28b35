using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Jobs;

/// <summary>Which live instances to list; conditions combine with AND.</summary>
/// <param name="CompanyIds">Companies to look in; null means all.</param>
public sealed record ActiveJobFilter(IReadOnlyCollection<int>? CompanyIds)
{
    public JobHandle? Handle { get; init; }

    public string? OriginalName { get; init; }

    /// <summary>False hides New and WaitingCoordinator.</summary>
    public bool IncludeWaiting { get; init; } = true;
}
