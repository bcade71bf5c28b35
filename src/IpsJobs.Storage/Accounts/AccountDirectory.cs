using System.Diagnostics.CodeAnalysis;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Files;
using IpsJobs.Storage.Entities;
using IpsJobs.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IpsJobs.Storage.Accounts;

/// <summary>Companies, users and publish targets in memory, compared with the database's revision at most once a second.</summary>
internal sealed class AccountDirectory(IDbContextFactory<IpsDbContext> contexts, ReadSessions reads, DataFolder data, ServerClock clock)
    : IAccountDirectory
{
    private const string ReadRevision = """SELECT "Value" FROM "Settings" WHERE "Name" = ?1""";
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private volatile AccountSnapshot? current;
    private volatile bool expired;
    private long checkedAt;

    /// <summary>Has the next read look at the database: this process has changed something.</summary>
    public void Expire() => expired = true;

    public ValueTask<Company?> FindCompanyAsync(int companyId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Find(s => s.CompaniesById.GetValueOrDefault(companyId)));

    public ValueTask<Company?> FindCompanyByNameAsync(string name, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Find(s => s.CompaniesByName.GetValueOrDefault(name)));

    public ValueTask<IReadOnlyList<Company>> ListCompaniesAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(Recent().Companies);

    public ValueTask<Account?> FindAccountAsync(string email, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Find(s => s.AccountsByEmail.GetValueOrDefault(email)));

    public ValueTask<Account?> FindAccountAsync(int userId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Find(s => s.AccountsById.GetValueOrDefault(userId)));

    public ValueTask<IReadOnlyList<Account>> ListAccountsAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(Recent().Accounts);

    public ValueTask<IReadOnlyList<PublishContext>> ListContextsAsync(int companyId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Find(s => s.Contexts.GetValueOrDefault(companyId)) ?? []);

    public ValueTask<IReadOnlyList<PublishServer>> ListServersAsync(int contextId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Find(s => s.Servers.GetValueOrDefault(contextId)) ?? []);

    // What is not there may have been added a moment ago by the command line.
    private T? Find<T>(Func<AccountSnapshot, T?> find)
        where T : class => find(Recent()) ?? find(Fresh(always: true));

    private AccountSnapshot Recent() => IsRecent(current) ? current : Fresh(always: false);

    private bool IsRecent([NotNullWhen(true)] AccountSnapshot? snapshot) =>
        snapshot is not null && !expired && clock.Time.GetElapsedTime(Volatile.Read(ref checkedAt)) < MaxAge;

    private AccountSnapshot Fresh(bool always)
    {
        lock (gate)
        {
            if (!always && IsRecent(current))
                return current;
            // Before the revision is read: a change that commits after it sets the flag again.
            expired = false;
            var now = clock.Time.GetTimestamp();
            var revision = reads.Read(s => s.Number(ReadRevision, SettingEntity.AccountRevision)) ?? 0;
            if (current?.Revision != revision)
                current = Load(revision);
            Volatile.Write(ref checkedAt, now);
            return current;
        }
    }

    private AccountSnapshot Load(long revision)
    {
        using var db = contexts.CreateDbContext();
        return AccountSnapshot.Load(db, data, revision);
    }
}
