using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;

namespace IpsJobs.Core.Accounts;

/// <summary>Adds users, and changes what is said of them and their passwords. Changes count from the next request on.</summary>
public sealed class UserChanges(
    AdministeredUsers users, MembershipChanges memberships, PasswordRules passwords, IAccountAdministration administration)
{
    private const string AdminPath = "isIpsAdmin";
    private const string RolePath = "defaultRole";

    /// <exception cref="RuleViolationException">30000 for an e-mail in use; 30001 and 30002 for what does not fit; 20005 for a right
    /// that is not the caller's to give; 20000, 20003 and 20006 for companies.</exception>
    public async Task<User> AddAsync(RequestContext request, NewUser wanted, CancellationToken cancellationToken)
    {
        var details = wanted.Details;
        CheckForm(details);
        passwords.Require(wanted.Password);
        // A user of no company would be nobody's to administer but an IpsAdmin's.
        if (wanted.Memberships.Count == 0 && !request.Caller.User.IsIpsAdmin)
            throw Violations.Missing("membershipArray");
        var resolved = await memberships.ResolveAsync(request, wanted.Memberships, cancellationToken);
        var isAdmin = Administers(details) ?? false;
        RequireAdminGrant(request, isAdmin, before: false);
        var user = new User
        {
            UserId = 0,
            Email = details.Email,
            FirstName = details.FirstName,
            LastName = details.LastName,
            PasswordHash = PasswordHash.Create(wanted.Password),
            IsValid = details.IsValid,
            IsIpsAdmin = isAdmin,
            PasswordExpiresUtc = details.PasswordExpiresUtc,
        };
        return await CommitAsync(details.Email, () => administration.AddUserAsync(user, resolved, cancellationToken));
    }

    /// <summary>Replaces what is said of a user; an end of the password that is not given stays.</summary>
    /// <exception cref="RuleViolationException">As for adding; 20001 and 20004 for users who are not the caller's to change;
    /// 30000 when nobody would be left who can log in as IpsAdmin.</exception>
    public async Task ChangeAsync(RequestContext request, string? userHandle, UserDetails details, CancellationToken cancellationToken)
    {
        CheckForm(details);
        var target = await users.RequireChangeableAsync(request, userHandle, cancellationToken);
        var isAdmin = Administers(details);
        RequireAdminGrant(request, isAdmin ?? target.User.IsIpsAdmin, target.User.IsIpsAdmin);
        var roles = NewRoles(request, target, details.DefaultRole);
        await CommitAsync(details.Email, () => administration.ChangeUserAsync(
            target.User.UserId,
            user => user with
            {
                FirstName = details.FirstName,
                LastName = details.LastName,
                Email = details.Email,
                IsValid = details.IsValid,
                IsIpsAdmin = isAdmin ?? user.IsIpsAdmin,
                PasswordExpiresUtc = details.PasswordExpiresUtc ?? user.PasswordExpiresUtc,
            },
            roles,
            cancellationToken));
    }

    /// <summary>Sets the caller's password, or that of a user named by an IpsAdmin.</summary>
    /// <param name="request">Who calls.</param>
    /// <param name="userHandle">Null or empty names the caller.</param>
    /// <param name="password">The new password.</param>
    /// <param name="expiresUtc">Null: never, whatever was so before.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <exception cref="RuleViolationException">20004: only an IpsAdmin sets the passwords of others.</exception>
    public async Task SetPasswordAsync(
        RequestContext request, string? userHandle, string password, DateTimeOffset? expiresUtc, CancellationToken cancellationToken)
    {
        passwords.Require(password);
        var target = await users.RequireAsync(request, userHandle, cancellationToken);
        if (target.User.UserId != request.Caller.User.UserId && !request.Caller.User.IsIpsAdmin)
            throw Violations.NoImpersonation(request.Email, target.User.Email);
        var hash = PasswordHash.Create(password);
        await CommitAsync(target.User.Email, () => administration.ChangeUserAsync(
            target.User.UserId, user => user with { PasswordHash = hash, PasswordExpiresUtc = expiresUtc }, [], cancellationToken));
    }

    private static void CheckForm(UserDetails details)
    {
        if (!EmailRule.IsAddress(details.Email))
            throw Violations.InvalidValue(details.Email, "email");
        if (details.DefaultRole is { } role && !UserRoles.All.Contains(role))
            throw Violations.InvalidValue(role, RolePath);
    }

    private static bool? Administers(UserDetails details) =>
        details.IsIpsAdmin ?? (details.DefaultRole is { } role ? role == UserRoles.IpsAdmin : null);

    private static void RequireAdminGrant(RequestContext request, bool after, bool before)
    {
        if (after != before && !request.Caller.User.IsIpsAdmin)
            throw Violations.IllegalParameterValue(request.Email, AdminPath);
    }

    // The default role is the role in each company. One that a client sends back as it read it must not level roles that differ.
    private static IReadOnlyList<Membership> NewRoles(RequestContext request, Account target, string? role)
    {
        if (role is null or UserRoles.IpsAdmin || role == target.DefaultRole)
            return [];
        foreach (var membership in target.Memberships)
        {
            RoleGrants.Require(request, membership.CompanyId, membership.Role);
            RoleGrants.Require(request, membership.CompanyId, role);
        }

        return [.. target.Memberships.Select(membership => membership with { Role = role })];
    }

    private static async Task<User> CommitAsync(string email, Func<Task<User>> change)
    {
        try
        {
            return await change();
        }
        catch (NameTakenException)
        {
            throw Violations.NameTaken(email);
        }
        catch (LastAdministratorException)
        {
            throw Violations.LastAdministrator(email);
        }
    }
}
