using System.Collections.Frozen;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Files;
using Microsoft.EntityFrameworkCore;

namespace IpsJobs.Storage.Accounts;

/// <summary>All companies, users and publish targets as of one revision.</summary>
internal sealed class AccountSnapshot
{
    private AccountSnapshot(long revision, IReadOnlyList<Company> companies, IReadOnlyList<Account> accounts)
    {
        Revision = revision;
        Companies = companies;
        Accounts = accounts;
        CompaniesById = companies.ToFrozenDictionary(c => c.CompanyId);
        CompaniesByName = companies.ToFrozenDictionary(c => c.Name, StringComparer.Ordinal);
        AccountsById = accounts.ToFrozenDictionary(a => a.User.UserId);
        AccountsByEmail = accounts.ToFrozenDictionary(a => a.User.Email, StringComparer.OrdinalIgnoreCase);
    }

    public long Revision { get; }

    /// <summary>By id.</summary>
    public IReadOnlyList<Company> Companies { get; }

    /// <summary>By user id.</summary>
    public IReadOnlyList<Account> Accounts { get; }

    public FrozenDictionary<int, Company> CompaniesById { get; }

    public FrozenDictionary<string, Company> CompaniesByName { get; }

    public FrozenDictionary<int, Account> AccountsById { get; }

    public FrozenDictionary<string, Account> AccountsByEmail { get; }

    /// <summary>Contexts per company, by id.</summary>
    public required FrozenDictionary<int, IReadOnlyList<PublishContext>> Contexts { get; init; }

    /// <summary>Servers per context, by id.</summary>
    public required FrozenDictionary<int, IReadOnlyList<PublishServer>> Servers { get; init; }

    /// <summary>Reads everything. A change that commits meanwhile has a later revision, so it is read at the next look.</summary>
    public static AccountSnapshot Load(IpsDbContext db, DataFolder data, long revision)
    {
        var memberships = db.Memberships.AsNoTracking().OrderBy(m => m.CompanyId).ToList()
            .ToLookup(m => m.UserId, m => new Membership(m.CompanyId, m.Role, m.IsActive));
        var accounts = db.Users.AsNoTracking().OrderBy(u => u.UserId).ToList()
            .ConvertAll(u => new Account(u.ToRecord(), [.. memberships[u.UserId]]));
        var companies = db.Companies.AsNoTracking().OrderBy(c => c.CompanyId).ToList().ConvertAll(c => c.ToRecord());
        return new AccountSnapshot(revision, companies, accounts)
        {
            Contexts = db.PublishContexts.AsNoTracking().OrderBy(c => c.ContextId).ToList()
                .Select(c => new PublishContext(c.ContextId, c.CompanyId, c.Name, c.Type, c.PublishAll))
                .GroupBy(c => c.CompanyId).ToFrozenDictionary(g => g.Key, g => (IReadOnlyList<PublishContext>)[.. g]),
            Servers = db.PublishServers.AsNoTracking().OrderBy(s => s.ServerId).ToList()
                .Select(s => new PublishServer(s.ServerId, s.ContextId, s.Name, Path.GetFullPath(s.Directory, data.Root), s.IsActive))
                .GroupBy(s => s.ContextId).ToFrozenDictionary(g => g.Key, g => (IReadOnlyList<PublishServer>)[.. g]),
        };
    }
}
