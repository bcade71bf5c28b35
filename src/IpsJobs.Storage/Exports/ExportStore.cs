using IpsJobs.Core.Exports;
using IpsJobs.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace IpsJobs.Storage.Exports;

/// <summary>Export archives, as rows.</summary>
internal sealed class ExportStore(IDbContextFactory<IpsDbContext> contexts, CommitWriter writer) : IExportStore
{
    private const string Delete = """DELETE FROM "Exports" WHERE "Token" = ?1""";

    public async Task<ExportArchive?> FindAsync(string token, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var row = await db.Exports.AsNoTracking().SingleOrDefaultAsync(e => e.Token == token, cancellationToken).ConfigureAwait(false);
        return row?.ToRecord();
    }

    public async Task<ExportArchive?> FindOfAsync(long instanceId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var row = await db.Exports.AsNoTracking()
            .FirstOrDefaultAsync(e => e.InstanceId == instanceId, cancellationToken).ConfigureAwait(false);
        return row?.ToRecord();
    }

    public async Task<IReadOnlyList<ExportArchive>> ListExpiredAsync(DateTimeOffset utcNow, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = await db.Exports.AsNoTracking()
            .Where(e => e.ExpiresUtc <= utcNow).OrderBy(e => e.ExpiresUtc).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(r => r.ToRecord());
    }

    public Task RemoveAsync(string token, CancellationToken cancellationToken) =>
        writer.RunAsync(s => { s.Execute(Delete, token); }, cancellationToken);
}
