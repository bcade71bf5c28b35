namespace IpsJobs.Core.Accounts;

/// <summary>Creates and changes companies, users and publish targets; every change is durable when the call returns.</summary>
public interface IAccountAdministration
{
    /// <summary>Adds a company with one context and one server directory per default context type.</summary>
    /// <param name="name">Unique name.</param>
    /// <param name="rootPath">Root path with trailing slash; null derives it from the name.</param>
    /// <param name="companyId">Wanted id; null takes the next free one.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <exception cref="NameTakenException">Name, root path or id are in use.</exception>
    Task<Company> AddCompanyAsync(string name, string? rootPath, int? companyId, CancellationToken cancellationToken);

    /// <summary>Replaces the settings of the company with the same id.</summary>
    Task UpdateCompanyAsync(Company company, CancellationToken cancellationToken);

    /// <summary>Adds a user; <paramref name="user"/> carries 0 as id.</summary>
    /// <exception cref="NameTakenException">The e-mail is in use.</exception>
    Task<User> AddUserAsync(User user, IReadOnlyList<Membership> memberships, CancellationToken cancellationToken);

    /// <summary>Replaces everything but the id of a user.</summary>
    Task UpdateUserAsync(User user, CancellationToken cancellationToken);

    /// <summary>Adds or replaces the membership of the user in its company.</summary>
    Task SetMembershipAsync(int userId, Membership membership, CancellationToken cancellationToken);

    /// <exception cref="NameTakenException">The company has a context of that name and type.</exception>
    Task<PublishContext> AddContextAsync(int companyId, string name, string type, bool publishAll, CancellationToken cancellationToken);

    Task<PublishServer> AddServerAsync(int contextId, string name, string directory, CancellationToken cancellationToken);

    /// <summary>Takes a server out of use; its history stays.</summary>
    Task RemoveServerAsync(int serverId, CancellationToken cancellationToken);
}
