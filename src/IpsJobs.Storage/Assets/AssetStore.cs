using System.Runtime.CompilerServices;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Storage.Entities;
using IpsJobs.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IpsJobs.Storage.Assets;

/// <summary>Reads assets.</summary>
internal sealed class AssetStore(IDbContextFactory<IpsDbContext> contexts, ReadSessions reads) : IAssetStore
{
    private const int PageSize = 500;
    private const string OptimizedInUse = """SELECT 1 FROM "Assets" WHERE "CompanyId" = ?1 AND "OptimizedPath" = ?2""";

    private const string Published =
        """SELECT "AssetId", "Revision" FROM "PublishHistory" WHERE "ServerId" = ?1 AND "ContextId" = ?2""";

    public async Task<StoredAsset?> FindAsync(int companyId, long assetId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var asset = await Rows(db)
            .SingleOrDefaultAsync(a => a.AssetId == assetId && a.CompanyId == companyId, cancellationToken).ConfigureAwait(false);
        return asset?.ToRecord();
    }

    public async Task<StoredAsset?> FindByNameAsync(int companyId, NameSpace nameSpace, string name, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var asset = await Rows(db)
            .SingleOrDefaultAsync(a => a.CompanyId == companyId && a.NameSpace == nameSpace && a.Name == name, cancellationToken)
            .ConfigureAwait(false);
        return asset?.ToRecord();
    }

    // Page by page: a read that stays open for the length of a publish would keep the write-ahead log from being reset.
    public async IAsyncEnumerable<StoredAsset> ListForPublishAsync(
        int companyId, bool all, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = 0L;
        while (true)
        {
            var page = await PageAsync(companyId, all, after, cancellationToken).ConfigureAwait(false);
            foreach (var asset in page)
                yield return asset.ToRecord();
            if (page.Count < PageSize)
                yield break;
            after = page[^1].AssetId;
        }
    }

    public Task<IReadOnlyDictionary<long, string>> ListPublishedAsync(int serverId, int contextId, CancellationToken cancellationToken)
    {
        var rows = reads.Read(s => s.List(Published, static r => KeyValuePair.Create(r.GetInt64(0), r.GetString(1)), serverId, contextId));
        return Task.FromResult<IReadOnlyDictionary<long, string>>(new Dictionary<long, string>(rows));
    }

    public Task<bool> IsOptimizedInUseAsync(int companyId, string optimizedPath, CancellationToken cancellationToken) =>
        Task.FromResult(reads.Read(s => s.Exists(OptimizedInUse, companyId, optimizedPath)));

    private static IQueryable<AssetEntity> Rows(IpsDbContext db) => db.Assets.AsNoTracking().Include(a => a.Projects);

    private async Task<List<AssetEntity>> PageAsync(int companyId, bool all, long after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await Rows(db)
            .Where(a => a.CompanyId == companyId && a.AssetId > after && a.TrashState == TrashStates.NotInTrash)
            .Where(a => all || a.ReadyForPublish)
            .OrderBy(a => a.AssetId)
            .Take(PageSize)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
    }
}
