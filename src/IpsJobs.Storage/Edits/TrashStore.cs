using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace IpsJobs.Storage.Edits;

/// <summary>Looks through the trash of all companies.</summary>
internal sealed class TrashStore(IDbContextFactory<IpsDbContext> contexts) : ITrashStore
{
    public async Task<IReadOnlyList<(long AssetId, int CompanyId)>> ListExpiredAsync(
        DateTimeOffset trashedBefore, long afterId, int count, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = await Expired(db, trashedBefore)
            .Where(a => a.AssetId > afterId)
            .OrderBy(a => a.AssetId)
            .Take(count)
            .Select(a => new { a.AssetId, a.CompanyId })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(r => (r.AssetId, r.CompanyId));
    }

    public async Task<ExpiredAsset?> FindExpiredAsync(long assetId, DateTimeOffset trashedBefore, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var row = await Expired(db, trashedBefore)
            .Where(a => a.AssetId == assetId)
            .Select(a => new
            {
                Asset = a,
                Root = db.Companies.Where(c => c.CompanyId == a.CompanyId).Select(c => c.RootPath).First(),
                SharesOptimized = a.OptimizedPath != null && db.Assets.Any(
                    o => o.CompanyId == a.CompanyId && o.OptimizedPath == a.OptimizedPath && o.AssetId != a.AssetId),
                SharesMask = a.MaskPath != null && db.Assets.Any(
                    o => o.CompanyId == a.CompanyId && o.MaskPath == a.MaskPath && o.AssetId != a.AssetId),
            })
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return row is null ? null : new ExpiredAsset(row.Asset.ToRecord(), row.Root, row.SharesOptimized, row.SharesMask);
    }

    public async Task<TrashContents> ListTrashedAsync(
        int companyId, DateTimeOffset after, DateTimeOffset until, int count, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var trashed = db.Assets.AsNoTracking().Where(
            a => a.CompanyId == companyId && a.TrashState == TrashStates.InTrash && a.TrashedUtc > after && a.TrashedUtc <= until);
        var first = await trashed
            .OrderBy(a => a.TrashedUtc).ThenBy(a => a.AssetId)
            .Take(count)
            .Select(a => new TrashedAsset(a.Folder + a.FileName, a.TrashedUtc!.Value))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return new TrashContents(await trashed.CountAsync(cancellationToken).ConfigureAwait(false), first);
    }

    private static IQueryable<AssetEntity> Expired(IpsDbContext db, DateTimeOffset trashedBefore) => db.Assets.AsNoTracking()
        .Where(a => a.TrashState == TrashStates.InEmptiedTrash
            || (a.TrashState == TrashStates.InTrash && a.TrashedUtc != null && a.TrashedUtc < trashedBefore));
}
