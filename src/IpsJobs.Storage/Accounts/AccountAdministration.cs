using IpsJobs.Core.Accounts;
using IpsJobs.Core.Files;
using IpsJobs.Storage.Entities;
using IpsJobs.Storage.Writing;

namespace IpsJobs.Storage.Accounts;

/// <summary>Changes accounts through the writer; every change raises the revision that other processes look at.</summary>
internal sealed class AccountAdministration(CommitWriter writer, AccountDirectory directory, DataFolder data) : IAccountAdministration
{
    private const string RaiseRevision = """UPDATE "Settings" SET "Value" = "Value" + 1 WHERE "Name" = ?1""";

    public async Task<Company> AddCompanyAsync(NewCompany company, CancellationToken cancellationToken)
    {
        var added = await ChangeAsync(s => CompanyWrites.Add(s, data, company), cancellationToken).ConfigureAwait(false);
        CreateFolders(added);
        return added;
    }

    public Task UpdateCompanyAsync(Company company, CancellationToken cancellationToken) =>
        ChangeAsync(s => CompanyWrites.Update(s, company), cancellationToken);

    public Task<Company> ChangeCompanyAsync(int companyId, Func<Company, Company> change, CancellationToken cancellationToken) =>
        ChangeAsync(s => CompanyWrites.Change(s, companyId, change), cancellationToken);

    public Task<User> AddUserAsync(User user, IReadOnlyList<Membership> memberships, CancellationToken cancellationToken) =>
        ChangeAsync(s => UserWrites.Add(s, user, memberships), cancellationToken);

    public Task UpdateUserAsync(User user, CancellationToken cancellationToken) =>
        ChangeAsync(s => UserWrites.Update(s, user), cancellationToken);

    public Task<User> ChangeUserAsync(
        int userId, Func<User, User> change, IReadOnlyList<Membership> memberships, CancellationToken cancellationToken) =>
        ChangeAsync(
            s =>
            {
                MembershipWrites.Replace(s, userId, memberships);
                return UserWrites.Change(s, userId, change);
            },
            cancellationToken);

    public Task AddMembershipsAsync(int userId, IReadOnlyList<Membership> memberships, CancellationToken cancellationToken) =>
        ChangeAsync(s => MembershipWrites.Add(s, userId, memberships), cancellationToken);

    public Task ChangeMembershipsAsync(int userId, IReadOnlyList<Membership> memberships, CancellationToken cancellationToken) =>
        ChangeAsync(s => MembershipWrites.Replace(s, userId, memberships), cancellationToken);

    public Task RemoveMembershipsAsync(int userId, IReadOnlyList<int> companyIds, CancellationToken cancellationToken) =>
        ChangeAsync(s => MembershipWrites.Remove(s, userId, companyIds), cancellationToken);

    public Task SetMembershipAsync(int userId, Membership membership, CancellationToken cancellationToken) =>
        ChangeAsync(s => MembershipWrites.Set(s, userId, membership), cancellationToken);

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
