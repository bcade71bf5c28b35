namespace IpsJobs.Core.Accounts;

/// <summary>A company to be made.</summary>
/// <param name="Name">Unique name.</param>
public sealed record NewCompany(string Name)
{
    /// <summary>Root path with trailing slash; null derives it from the name.</summary>
    public string? RootPath { get; init; }

    /// <summary>Wanted id; null takes the next free one.</summary>
    public int? CompanyId { get; init; }

    /// <summary>Null means never.</summary>
    public DateTimeOffset? ExpiresUtc { get; init; }

    /// <summary>Unique id in an identity system outside.</summary>
    public string? ImsOrgId { get; init; }

    /// <summary>The first member: somebody who makes a company without being an IpsAdmin could not use it otherwise.</summary>
    public NewMember? Founder { get; init; }
}
