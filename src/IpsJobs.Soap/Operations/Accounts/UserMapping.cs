using IpsJobs.Core.Accounts;
using IpsJobs.Core.Handles;
using Contract = IpsJobs.Contracts;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Shows a user the way the API does.</summary>
internal static class UserMapping
{
    /// <param name="account">The user.</param>
    /// <param name="memberships">Those that the caller may know of; the role shown is one of them.</param>
    /// <param name="form">Form of the handle.</param>
    public static Contract.User ToContract(Account account, IReadOnlyList<Membership> memberships, HandleForm form) => new()
    {
        UserHandle = account.User.Handle.ToString(form),
        FirstName = account.User.FirstName,
        LastName = account.User.LastName,
        Email = account.User.Email,
        DefaultRole = (account with { Memberships = memberships }).DefaultRole,
        IsValid = account.User.IsValid,
        IsIpsAdmin = account.User.IsIpsAdmin,
        PasswordExpires = account.User.PasswordExpiresUtc?.UtcDateTime,
    };

    /// <summary>As the caller may see the user: an administrator of some companies learns nothing of others.</summary>
    public static Contract.User ToContract(Account account, IReadOnlySet<int>? administered, Account caller, HandleForm form) =>
        administered is null || account.User.UserId == caller.User.UserId
            ? ToContract(account, account.Memberships, form)
            : ToContract(account, [.. account.Memberships.Where(membership => administered.Contains(membership.CompanyId))], form);
}
