using IpsJobs.Core.Accounts;

namespace IpsJobs.Soap.Tests.Fakes;

/// <summary>Accounts in lists.</summary>
internal sealed class FakeAccounts : IAccountDirectory
{
    public List<Company> Companies { get; } = [];

    public List<Account> Accounts { get; } = [];

    public ValueTask<Company?> FindCompanyAsync(int companyId, CancellationToken cancellationToken) =>
        new(Companies.FirstOrDefault(c => c.CompanyId == companyId));

    public ValueTask<Company?> FindCompanyByNameAsync(string name, CancellationToken cancellationToken) =>
        new(Companies.FirstOrDefault(c => c.Name == name));

    public ValueTask<IReadOnlyList<Company>> ListCompaniesAsync(CancellationToken cancellationToken) => new(Companies);

    public ValueTask<Account?> FindAccountAsync(string email, CancellationToken cancellationToken) =>
        new(Accounts.FirstOrDefault(a => a.User.Email.Equals(email, StringComparison.OrdinalIgnoreCase)));

    public ValueTask<Account?> FindAccountAsync(int userId, CancellationToken cancellationToken) =>
        new(Accounts.FirstOrDefault(a => a.User.UserId == userId));

    public ValueTask<IReadOnlyList<Account>> ListAccountsAsync(CancellationToken cancellationToken) => new(Accounts);

    public ValueTask<IReadOnlyList<PublishContext>> ListContextsAsync(int companyId, CancellationToken cancellationToken) => new([]);

    public ValueTask<IReadOnlyList<PublishServer>> ListServersAsync(int contextId, CancellationToken cancellationToken) => new([]);
}
