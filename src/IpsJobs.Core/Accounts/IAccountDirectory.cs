namespace IpsJobs.Core.Accounts;

/// <summary>Reads companies, users and publish contexts; answers come from memory and are at most a second old.</summary>
/// <remarks>What is not found in memory is always looked up again, so that a new user or company counts at once.</remarks>
public interface IAccountDirectory
{
    ValueTask<Company?> FindCompanyAsync(int companyId, CancellationToken cancellationToken);

    /// <summary>Finds by exact name.</summary>
    ValueTask<Company?> FindCompanyByNameAsync(string name, CancellationToken cancellationToken);

    ValueTask<IReadOnlyList<Company>> ListCompaniesAsync(CancellationToken cancellationToken);

    /// <summary>Finds by e-mail, without case.</summary>
    ValueTask<Account?> FindAccountAsync(string email, CancellationToken cancellationToken);

    ValueTask<Account?> FindAccountAsync(int userId, CancellationToken cancellationToken);

    ValueTask<IReadOnlyList<Account>> ListAccountsAsync(CancellationToken cancellationToken);

    /// <summary>All contexts of the company, by id.</summary>
    ValueTask<IReadOnlyList<PublishContext>> ListContextsAsync(int companyId, CancellationToken cancellationToken);

    /// <summary>All servers of the context, active or not, by id.</summary>
    ValueTask<IReadOnlyList<PublishServer>> ListServersAsync(int contextId, CancellationToken cancellationToken);
}
