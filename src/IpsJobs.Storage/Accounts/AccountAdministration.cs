using IpsJobs.Core.Accounts;
using IpsJobs.Core.Files;
using IpsJobs.Storage.Entities;
using IpsJobs.Storage.Writing;

namespace IpsJobs.Storage.Accounts;

/// <summary>Changes accounts through the writer; every change raises the revision that other processes look at.</summary>
internal sealed class AccountAdministration(CommitWriter writer, AccountDirectory directory, DataFolder data) : IAccountAdministration
{
    private const string RaiseRevision = """UPDATE "Settings" SET "Value" = "Value" + 1 WHERE "Name" = ?1""";

    public async Task<Company> AddCompanyAsync(string name, string? rootPath, int? companyId, CancellationToken cancellationToken)
    {
        var company = await ChangeAsync(s => CompanyWrites.Add(s, data, name, rootPath, companyId), cancellationToken).ConfigureAwait(false);
        CreateFolders(company);
        return company;
    }

    public Task UpdateCompanyAsync(Company company, CancellationToken cancellationToken) =>
        ChangeAsync(s => CompanyWrites.Update(s, company), cancellationToken);

    public Task<User> AddUserAsync(User user, IReadOnlyList<Membership> memberships, CancellationToken cancellationToken) =>
        ChangeAsync(s => UserWrites.Add(s, user, memberships), cancellationToken);

    public Task UpdateUserAsync(User user, CancellationToken cancellationToken) =>
        ChangeAsync(s => UserWrites.Update(s, user), cancellationToken);

    public Task SetMembershipAsync(int userId, Membership membership, CancellationToken cancellationToken) =>
        ChangeAsync(s => UserWrites.SetMembership(s, userId, membership), cancellationToken);

    public Task<PublishContext> AddContextAsync(int companyId, string name, string type, bool publishAll, CancellationToken cancellationToken) =>
        ChangeAsync(s => CompanyWrites.AddContext(s, companyId, name, type, publishAll), cancellationToken);

    public Task<PublishServer> AddServerAsync(int contextId, string name, string directory, CancellationToken cancellationToken) =>
        ChangeAsync(s => CompanyWrites.AddServer(s, data, contextId, name, directory), cancellationToken);

    public Task RemoveServerAsync(int serverId, CancellationToken cancellationToken) =>
        ChangeAsync(s => CompanyWrites.RemoveServer(s, serverId), cancellationToken);

    private Task<bool> ChangeAsync(Action<WriteSession> change, CancellationToken cancellationToken) =>
        ChangeAsync(
            s =>
            {
                change(s);
                return true;
            },
            cancellationToken);

    private Task<T> ChangeAsync<T>(Func<WriteSession, T> change, CancellationToken cancellationToken) =>
        writer.RunAsync(
            s =>
            {
                var result = change(s);
                s.Execute(RaiseRevision, SettingEntity.AccountRevision);
                s.AfterCommit(directory.Expire);
                return result;
            },
            cancellationToken);

    // Targets that do not exist count as unusable, so the default ones are made with the company. Directories that an
    // operator names are not: one that is missing may be a mount that is not there.
    private void CreateFolders(Company company)
    {
        foreach (var type in CompanyWrites.DefaultContexts)
            Directory.CreateDirectory(data.PublishTarget(type));
        Directory.CreateDirectory(data.Originals(company.RootPath).Resolve(""));
        Directory.CreateDirectory(data.Optimized(company.RootPath).Resolve(""));
        Directory.CreateDirectory(data.Incoming(company.RootPath).Resolve(""));
    }
}
