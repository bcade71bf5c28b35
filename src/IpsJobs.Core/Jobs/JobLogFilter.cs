namespace IpsJobs.Core.Jobs;

/// <summary>Which logs to list, and in what order.</summary>
/// <param name="CompanyIds">Companies to look in; null means all.</param>
public sealed record JobLogFilter(IReadOnlyCollection<int>? CompanyIds)
{
    /// <summary>Only jobs submitted by (or for) this user.</summary>
    public int? SubmitUserId { get; init; }

    /// <summary>A constant of <see cref="Constants.JobLogSortFields"/>; ties are broken by instance id in the same direction.</summary>
    public string SortBy { get; init; } = Constants.JobLogSortFields.StartDate;

    public bool Descending { get; init; } = true;

    /// <summary>Inclusive bounds on the start of the log; null means open.</summary>
    public DateTimeOffset? FromUtc { get; init; }

    public DateTimeOffset? ToUtc { get; init; }

    public int Limit { get; init; } = 1000;
}
