using IpsJobs.Core.Accounts;

namespace IpsJobs.Testing.Accounts;

/// <summary>Companies, accounts and targets in memory.</summary>
public sealed class FakeAccountDirectory : IAccountDirectory
{
    public List<Company> Companies { get; } = [];

    public List<Account> Accounts { get; } = [];

    public List<PublishContext> Contexts { get; } = [];

    public List<PublishServer> Servers { get; } = [];

    public ValueTask<Company?> FindCompanyAsync(int companyId, CancellationToken cancellationToken) =>
        new(Companies.Find(c => c.CompanyId == companyId));

    public ValueTask<Company?> FindCompanyByNameAsync(string name, CancellationToken cancellationToken) =>
        new(Companies.Find(c => c.Name == name));

    public ValueTask<IReadOnlyList<Company>> ListCompaniesAsync(CancellationToken cancellationToken) => new(Companies);

    public ValueTask<Account?> FindAccountAsync(string email, CancellationToken cancellationToken) =>
        new(Accounts.Find(a => string.Equals(a.User.Email, email, StringComparison.OrdinalIgnoreCase)));

    public ValueTask<Account?> FindAccountAsync(int userId, CancellationToken cancellationToken) =>
        new(Accounts.Find(a => a.User.UserId == userId));

    public ValueTask<IReadOnlyList<Account>> ListAccountsAsync(CancellationToken cancellationToken) => new(Accounts);

    public ValueTask<IReadOnlyList<PublishContext>> ListContextsAsync(int companyId, CancellationToken cancellationToken) =>
        new(Contexts.FindAll(c => c.CompanyId == companyId));

    public ValueTask<IReadOnlyList<PublishServer>> ListServersAsync(int contextId, CancellationToken cancellationToken) =>
        new(Servers.FindAll(s => s.ContextId == contextId));
}
