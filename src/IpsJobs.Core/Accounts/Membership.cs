namespace IpsJobs.Core.Accounts;

/// <summary>What a user may do in one company.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="Role">A constant of <see cref="Constants.UserRoles"/>.</param>
/// <param name="IsActive">False: the membership exists but grants nothing.</param>
public sealed record Membership(int CompanyId, string Role, bool IsActive);
