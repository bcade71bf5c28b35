namespace IpsJobs.Core.Accounts;

/// <summary>Creates and changes companies, users and publish targets; every change is durable when the call returns.</summary>
public interface IAccountAdministration
{
    /// <summary>Adds a company with one context and one server directory per default context type.</summary>
    /// <exception cref="NameTakenException">Name, root path, id or outside id are in use.</exception>
    Task<Company> AddCompanyAsync(NewCompany company, CancellationToken cancellationToken);

    /// <summary>Adds a company that never expires.</summary>
    /// <param name="name">Unique name.</param>
    /// <param name="rootPath">Root path with trailing slash; null derives it from the name.</param>
    /// <param name="companyId">Wanted id; null takes the next free one.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <exception cref="NameTakenException">Name, root path or id are in use.</exception>
    Task<Company> AddCompanyAsync(string name, string? rootPath, int? companyId, CancellationToken cancellationToken) =>
        AddCompanyAsync(new NewCompany(name) { RootPath = rootPath, CompanyId = companyId }, cancellationToken);

    /// <summary>Replaces the settings of the company with the same id.</summary>
    Task UpdateCompanyAsync(Company company, CancellationToken cancellationToken);

    /// <summary>Changes a company from what it is at the moment of the commit, so that two changes at a time both count.</summary>
    /// <param name="companyId">The company.</param>
    /// <param name="change">Runs inside the commit: quick, and without effect on anything else.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    Task<Company> ChangeCompanyAsync(int companyId, Func<Company, Company> change, CancellationToken cancellationToken);

    /// <summary>Adds a user; <paramref name="user"/> carries 0 as id.</summary>
    /// <exception cref="NameTakenException">The e-mail is in use.</exception>
    Task<User> AddUserAsync(User user, IReadOnlyList<Membership> memberships, CancellationToken cancellationToken);

    /// <summary>Replaces everything but the id of a user.</summary>
    Task UpdateUserAsync(User user, CancellationToken cancellationToken);

    /// <summary>Changes a user, and memberships that the user has, from what they are at the moment of the commit.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="change">Runs inside the commit: quick, and without effect on anything else.</param>
    /// <param name="memberships">Replace those in the same companies.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <exception cref="NameTakenException">The new e-mail is in use.</exception>
    /// <exception cref="LastAdministratorException">No IpsAdmin who can log in would be left.</exception>
    /// <exception cref="MembershipConflictException">The user is no member of such a company.</exception>
    Task<User> ChangeUserAsync(
        int userId, Func<User, User> change, IReadOnlyList<Membership> memberships, CancellationToken cancellationToken);

    /// <summary>Makes the user a member of all the companies, or of none.</summary>
    /// <exception cref="MembershipConflictException">The user is a member of one already.</exception>
    Task AddMembershipsAsync(int userId, IReadOnlyList<Membership> memberships, CancellationToken cancellationToken);

    /// <summary>Replaces all the memberships, or none.</summary>
    /// <exception cref="MembershipConflictException">The user is no member of one of the companies.</exception>
    Task ChangeMembershipsAsync(int userId, IReadOnlyList<Membership> memberships, CancellationToken cancellationToken);

    /// <summary>Ends all the memberships, or none.</summary>
    /// <exception cref="MembershipConflictException">The user is no member of one of the companies.</exception>
    Task RemoveMembershipsAsync(int userId, IReadOnlyList<int> companyIds, CancellationToken cancellationToken);

    /// <summary>Adds or replaces the membership of the user in its company.</summary>
    Task SetMembershipAsync(int userId, Membership membership, CancellationToken cancellationToken);

    /// <exception cref="NameTakenException">The company has a context of that name and type.</exception>
    Task<PublishContext> AddContextAsync(int companyId, string name, string type, bool publishAll, CancellationToken cancellationToken);

    Task<PublishServer> AddServerAsync(int contextId, string name, string directory, CancellationToken cancellationToken);

    /// <summary>Takes a server out of use; its history stays.</summary>
    Task RemoveServerAsync(int serverId, CancellationToken cancellationToken);
}
