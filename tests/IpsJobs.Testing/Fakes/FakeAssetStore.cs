using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;

namespace IpsJobs.Testing.Fakes;

/// <summary>Assets in memory, with the rules a real store keeps: one name per name space, a replaced asset keeps its identity.</summary>
public sealed class FakeAssetStore(TimeProvider time) : IAssetStore
{
    private readonly Lock gate = new();
    private readonly List<StoredAsset> assets = [];
    private long lastId;

    /// <summary>A copy, by id.</summary>
    public IReadOnlyList<StoredAsset> All
    {
        get
        {
            lock (gate)
                return [.. assets];
        }
    }

    /// <summary>Adds or replaces, as the commit of an item does.</summary>
    /// <returns>Id of the asset.</returns>
    /// <exception cref="InvalidOperationException">The name is taken, or the asset to replace is gone.</exception>
    public long Apply(AssetChange change)
    {
        lock (gate)
            return change is AddAsset add ? Add(add) : Replace((ReplaceAsset)change);
    }

    /// <summary>Changes an asset for a test, e.g. to put it into the trash.</summary>
    public void Put(StoredAsset asset)
    {
        lock (gate)
            assets[assets.FindIndex(a => a.AssetId == asset.AssetId)] = asset;
    }

    public Task<StoredAsset?> FindAsync(int companyId, long assetId, CancellationToken cancellationToken) =>
        Task.FromResult(All.FirstOrDefault(a => a.CompanyId == companyId && a.AssetId == assetId));

    public Task<StoredAsset?> FindByNameAsync(int companyId, NameSpace nameSpace, string name, CancellationToken cancellationToken) =>
        Task.FromResult(All.FirstOrDefault(a => a.CompanyId == companyId && a.NameSpace == nameSpace && a.Name == name));

    public async IAsyncEnumerable<StoredAsset> ListForPublishAsync(
        int companyId, bool all, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var alive = All.Where(a => a.CompanyId == companyId && a.TrashState == TrashStates.NotInTrash);
        foreach (var asset in alive.Where(a => all || a.ReadyForPublish))
            yield return asset;
    }

    public Task<IReadOnlyDictionary<long, string>> ListPublishedAsync(int serverId, int contextId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<long, string>>(new Dictionary<long, string>());

    public Task<bool> IsOptimizedInUseAsync(int companyId, string optimizedPath, CancellationToken cancellationToken) =>
        Task.FromResult(All.Any(a => a.CompanyId == companyId && a.Content.Optimized?.Path == optimizedPath));

    private long Add(AddAsset add)
    {
        if (assets.Exists(a => a.CompanyId == add.CompanyId && a.NameSpace == add.NameSpace && a.Name == add.Name))
            throw new InvalidOperationException($"The name '{add.Name}' is taken");
        assets.Add(new StoredAsset
        {
            AssetId = ++lastId,
            CompanyId = add.CompanyId,
            Name = add.Name,
            NameSpace = add.NameSpace,
            Content = add.Content,
            ReadyForPublish = add.ReadyForPublish,
            TrashState = TrashStates.NotInTrash,
            CreatedUtc = time.GetUtcNow(),
            ModifiedUtc = time.GetUtcNow(),
        });
        return lastId;
    }

    private long Replace(ReplaceAsset replace)
    {
        var index = assets.FindIndex(a => a.AssetId == replace.AssetId);
        if (index < 0)
            throw new InvalidOperationException($"Asset {replace.AssetId} is gone");
        var before = assets[index];
        assets[index] = before with
        {
            Content = replace.Content with { Keywords = [.. before.Content.Keywords.Union(replace.Content.Keywords)] },
            ReadyForPublish = replace.ReadyForPublish ?? before.ReadyForPublish,
            ModifiedUtc = time.GetUtcNow(),
        };
        return replace.AssetId;
    }
}
