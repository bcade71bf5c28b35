namespace IpsJobs.Core.Accounts;

/// <summary>Which users to list, and how.</summary>
public sealed record UserQuery
{
    /// <summary>Lists users whose account is locked as well.</summary>
    public bool IncludeInvalid { get; init; }

    /// <summary>Lists users whose membership grants nothing as well.</summary>
    public bool IncludeInactive { get; init; }

    /// <summary>Null: every company of the caller.</summary>
    public IReadOnlyList<string>? CompanyHandles { get; init; }

    /// <summary>Roles in those companies; empty: every role.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>A constant of <see cref="Constants.UserCharFilterFields"/>.</summary>
    public string FilterField { get; init; } = Constants.UserCharFilterFields.None;

    /// <summary>Null or empty: no filter.</summary>
    public string? Filter { get; init; }

    /// <summary>A constant of <see cref="Constants.UserSortFields"/>; None means by id.</summary>
    public string SortBy { get; init; } = Constants.UserSortFields.None;
}
