namespace IpsJobs.Core.Accounts;

/// <summary>A membership as a request names it.</summary>
public sealed record MembershipRequest(string CompanyHandle, string Role, bool IsActive);
