using IpsJobs.Core.Accounts;

namespace IpsJobs.Testing.Accounts;

/// <summary>Changes the accounts of a <see cref="FakeAccountDirectory"/> under the rules of the store.</summary>
public sealed class FakeAccountAdministration(FakeAccountDirectory directory, TimeProvider time) : IAccountAdministration
{
    public Task<Company> AddCompanyAsync(NewCompany company, CancellationToken cancellationToken)
    {
        if (directory.Companies.Exists(c => c.Name == company.Name))
            throw new NameTakenException("Company", company.Name);
        var added = new Company
        {
            CompanyId = company.CompanyId ?? directory.Companies.Select(c => c.CompanyId).DefaultIfEmpty().Max() + 1,
            Name = company.Name,
            RootPath = company.RootPath ?? company.Name + "/",
            ExpiresUtc = company.ExpiresUtc,
            ImsOrgId = company.ImsOrgId,
        };
        directory.Companies.Add(added);
        return company.Founder is { } founder ? WithFounderAsync(added, founder, cancellationToken) : Task.FromResult(added);
    }

    public Task UpdateCompanyAsync(Company company, CancellationToken cancellationToken) =>
        ChangeCompanyAsync(company.CompanyId, _ => company, cancellationToken);

    public Task<Company> ChangeCompanyAsync(int companyId, Func<Company, Company> change, CancellationToken cancellationToken)
    {
        var index = directory.Companies.FindIndex(c => c.CompanyId == companyId);
        return Task.FromResult(directory.Companies[index] = change(directory.Companies[index]));
    }

    public Task<User> AddUserAsync(User user, IReadOnlyList<Membership> memberships, CancellationToken cancellationToken)
    {
        RequireFree(user);
        var added = user with { UserId = directory.Accounts.Select(a => a.User.UserId).DefaultIfEmpty().Max() + 1 };
        directory.Accounts.Add(new Account(added, memberships));
        return Task.FromResult(added);
    }

    public Task UpdateUserAsync(User user, CancellationToken cancellationToken) =>
        ChangeUserAsync(user.UserId, _ => user, [], cancellationToken);

    public async Task<User> ChangeUserAsync(
        int userId, Func<User, User> change, IReadOnlyList<Membership> memberships, CancellationToken cancellationToken)
    {
        var before = Get(userId);
        var after = before with { User = change(before.User) };
        RequireFree(after.User);
        if (IsAdministrator(before.User) && !IsAdministrator(after.User)
            && !directory.Accounts.Exists(a => a.User.UserId != userId && IsAdministrator(a.User)))
        {
            throw new LastAdministratorException();
        }

        await ChangeMembershipsAsync(userId, memberships, cancellationToken);
        Put(Get(userId) with { User = after.User });
        return after.User;
    }

    public Task AddMembershipsAsync(int userId, IReadOnlyList<Membership> memberships, CancellationToken cancellationToken)
    {
        var account = Get(userId);
        if (account.Memberships.FirstOrDefault(m => memberships.Any(n => n.CompanyId == m.CompanyId)) is { } known)
            throw new MembershipConflictException(known.CompanyId, isMember: true);
        Put(account with { Memberships = [.. account.Memberships, .. memberships] });
        return Task.CompletedTask;
    }

    public Task ChangeMembershipsAsync(int userId, IReadOnlyList<Membership> memberships, CancellationToken cancellationToken)
    {
        var account = Get(userId);
        RequireMember(account, memberships.Select(m => m.CompanyId));
        Put(account with
        {
            Memberships = [.. account.Memberships.Select(m => memberships.FirstOrDefault(n => n.CompanyId == m.CompanyId) ?? m)],
        });
        return Task.CompletedTask;
    }

    public Task RemoveMembershipsAsync(int userId, IReadOnlyList<int> companyIds, CancellationToken cancellationToken)
    {
        var account = Get(userId);
        RequireMember(account, companyIds);
        Put(account with { Memberships = [.. account.Memberships.Where(m => !companyIds.Contains(m.CompanyId))] });
        return Task.CompletedTask;
    }

    public Task SetMembershipAsync(int userId, Membership membership, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<PublishContext> AddContextAsync(int companyId, string name, string type, bool publishAll, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<PublishServer> AddServerAsync(int contextId, string name, string directory, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task RemoveServerAsync(int serverId, CancellationToken cancellationToken) => throw new NotSupportedException();

    private static void RequireMember(Account account, IEnumerable<int> companyIds)
    {
        foreach (var id in companyIds.Where(id => account.Memberships.All(m => m.CompanyId != id)))
            throw new MembershipConflictException(id, isMember: false);
    }

    private async Task<Company> WithFounderAsync(Company company, NewMember founder, CancellationToken cancellationToken)
    {
        await AddMembershipsAsync(founder.UserId, [new Membership(company.CompanyId, founder.Role, IsActive: true)], cancellationToken);
        return company;
    }

    private bool IsAdministrator(User user) =>
        user.IsIpsAdmin && user.IsValid && (user.PasswordExpiresUtc is not { } end || end > time.GetUtcNow());

    private void RequireFree(User user)
    {
        if (directory.Accounts.Exists(a =>
            a.User.UserId != user.UserId && string.Equals(a.User.Email, user.Email, StringComparison.OrdinalIgnoreCase)))
        {
            throw new NameTakenException("User", user.Email);
        }
    }

    private Account Get(int userId) => directory.Accounts.Single(a => a.User.UserId == userId);

    private void Put(Account account) =>
        directory.Accounts[directory.Accounts.FindIndex(a => a.User.UserId == account.User.UserId)] = account;
}
