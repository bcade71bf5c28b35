using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Reads the memberships of a request, which the oldest version does not have.</summary>
internal static class MembershipRequests
{
    public static IReadOnlyList<MembershipRequest> Read(CompanyMembershipUpdateArray? array) =>
        [.. (array?.Items ?? []).Select(item => new MembershipRequest(item.CompanyHandle!, item.Role!, item.IsActive == true))];
}
