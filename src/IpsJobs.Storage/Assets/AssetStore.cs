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
    private const string HolderOfName = """SELECT "AssetId" FROM "Assets" WHERE "CompanyId" = ?1 AND "NameSpace" = ?2 AND "Name" = ?3""";
    private const string OptimizedInUse = """SELECT 1 FROM "Assets" WHERE "CompanyId" = ?1 AND "OptimizedPath" = ?2""";

    private const string MaskInUse = """SELECT 1 FROM "Assets" WHERE "CompanyId" = ?1 AND "MaskPath" = ?2""";
    private const string Words = """SELECT "Words" FROM "AssetWords" WHERE "AssetId" = ?1""";
    private const string SetsOf = """SELECT DISTINCT "SetId" FROM "SetMembers" WHERE "AssetId" = ?1 ORDER BY "SetId" """;

    private const string Published =
        """SELECT "AssetId", "Revision" FROM "PublishHistory" WHERE "ServerId" = ?1 AND "ContextId" = ?2""";

    public async Task<StoredAsset?> FindAsync(int companyId, long assetId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var asset = await Rows(db)
            .SingleOrDefaultAsync(a => a.AssetId == assetId && a.CompanyId == companyId, cancellationToken).ConfigureAwait(false);
        return asset?.ToRecord();
    }

    // Uploads ask this several times per file, and most names are free: a free one must cost little.
    public async Task<StoredAsset?> FindByNameAsync(int companyId, NameSpace nameSpace, string name, CancellationToken cancellationToken) =>
        reads.Read(s => s.Number(HolderOfName, companyId, (int)nameSpace, name)) is { } assetId
            ? await FindAsync(companyId, assetId, cancellationToken).ConfigureAwait(false)
            : null;

    public async Task<IReadOnlyList<StoredAsset>> FindManyAsync(
        int companyId, IReadOnlyCollection<long> assetIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var found = await Rows(db)
            .Where(a => a.CompanyId == companyId && assetIds.Contains(a.AssetId))
            .OrderBy(a => a.AssetId)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return found.ConvertAll(a => a.ToRecord());
    }

    // Page by page: a read that stays open for the length of a publish would keep the write-ahead log from being reset.
    public async IAsyncEnumerable<StoredAsset> ListForPublishAsync(
        int companyId, int contextId, bool all, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = 0L;
        while (true)
        {
            var page = await PageAsync(companyId, contextId, all, after, cancellationToken).ConfigureAwait(false);
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

    public Task<bool> IsMaskInUseAsync(int companyId, string maskPath, CancellationToken cancellationToken) =>
        Task.FromResult(reads.Read(s => s.Exists(MaskInUse, companyId, maskPath)));

    public async Task<IReadOnlyList<GeneratedAsset>> ListGeneratedAsync(long originatorId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = await db.Generations.AsNoTracking()
            .Where(g => g.OriginatorId == originatorId).OrderBy(g => g.AssetId).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(r => r.ToRecord());
    }

    public async Task<Generation?> FindGenerationAsync(long assetId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var row = await db.Generations.AsNoTracking()
            .SingleOrDefaultAsync(g => g.AssetId == assetId, cancellationToken).ConfigureAwait(false);
        return row?.ToRecord().Generation;
    }

    public async Task<IReadOnlyList<SetMember>> ListMembersAsync(long setId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = await db.SetMembers.AsNoTracking()
            .Where(m => m.SetId == setId).OrderBy(m => m.Position).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(r => r.ToRecord());
    }

    public Task<IReadOnlyList<long>> ListSetsOfAsync(long assetId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<long>>(reads.Read(s => s.List(SetsOf, static r => r.GetInt64(0), assetId)));

    public Task<string?> FindWordsAsync(long assetId, CancellationToken cancellationToken) =>
        Task.FromResult(reads.Read(s => s.Find(Words, static r => r.GetString(0), assetId)));

    private static IQueryable<AssetEntity> Rows(IpsDbContext db) => db.Assets.AsNoTracking().Include(a => a.Projects);

    private async Task<List<AssetEntity>> PageAsync(
        int companyId, int contextId, bool all, long after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await Rows(db)
            .Where(a => a.CompanyId == companyId && a.AssetId > after && a.TrashState == TrashStates.NotInTrash)
            .Where(a => all || (db.AssetContextMarks
                .Where(m => m.AssetId == a.AssetId && m.ContextId == contextId).Select(m => (bool?)m.IsMarked).FirstOrDefault() ?? a.ReadyForPublish))
            .OrderBy(a => a.AssetId)
            .Take(PageSize)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
    }
}
