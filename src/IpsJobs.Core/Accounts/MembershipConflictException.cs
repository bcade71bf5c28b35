namespace IpsJobs.Core.Accounts;

/// <summary>A membership to be added is already there, or one to be changed is not; nothing has been stored.</summary>
public sealed class MembershipConflictException(int companyId, bool isMember)
    : Exception($"The user is {(isMember ? "already a" : "no")} member of company {companyId}")
{
    public int CompanyId { get; } = companyId;

    /// <summary>True when the membership exists.</summary>
    public bool IsMember { get; } = isMember;
}
