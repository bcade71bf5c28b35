using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Jobs;

/// <summary>Which logs to list with rows; handle and name combine with AND and at least one is set.</summary>
public sealed record JobLogDetailFilter(int CompanyId)
{
    public JobHandle? Handle { get; init; }

    public string? OriginalName { get; init; }

    /// <summary>Only jobs submitted by (or for) this user.</summary>
    public int? SubmitUserId { get; init; }

    /// <summary>Only rows of these types; empty means all.</summary>
    public IReadOnlyCollection<string> LogTypes { get; init; } = [];

    /// <summary>Rows per page, 1 to 1000.</summary>
    public int PageSize { get; init; } = 1000;

    /// <summary>First page is 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>A constant of <see cref="Constants.JobLogDetailSortFields"/>; ties are broken by row number.</summary>
    public string SortBy { get; init; } = Constants.JobLogDetailSortFields.Date;

    public bool Descending { get; init; }
}
