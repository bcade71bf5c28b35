using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;

namespace IpsJobs.Testing.Fakes;

/// <summary>Assets in memory, with the rules a real store keeps: one name per name space, a replaced asset keeps its identity.</summary>
public sealed class FakeAssetStore(TimeProvider time) : AssetListing, IAssetStore
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

    protected override IReadOnlyList<StoredAsset> Listed => All;

    /// <summary>Adds or replaces, as the commit of an item does.</summary>
    /// <returns>Id of the asset.</returns>
    /// <exception cref="InvalidOperationException">The name is taken, or the asset to replace is gone.</exception>
    public long Apply(AssetChange change)
    {
        lock (gate)
            return change switch
            {
                AddAsset add => Add(add),
                ReplaceAsset replace => Replace(replace),
                EditAsset edit => Edit(edit),
                TrashAsset trash => Trash(trash),
                _ => throw new ArgumentException($"No such change: {change}", nameof(change)),
            };
    }

    /// <summary>Changes an asset for a test, e.g. to put it into the trash.</summary>
    public void Put(StoredAsset asset)
    {
        lock (gate)
            assets[assets.FindIndex(a => a.AssetId == asset.AssetId)] = asset;
    }

    public async IAsyncEnumerable<StoredAsset> ListForPublishAsync(
        int companyId, int contextId, bool all, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
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
        var index = IndexOf(replace.AssetId);
        var before = assets[index];
        assets[index] = before with
        {
            Content = replace.Content with
            {
                Keywords = [.. before.Content.Keywords.Union(replace.Content.Keywords)],
                Details = before.Content.Details.ReplacedBy(replace.Content.Details),
                Metadata = Merge(replace.Content.Metadata, before.Content.Metadata),
                Members = replace.Content.Members ?? before.Content.Members,
                Generation = replace.Content.Generation ?? before.Content.Generation,
            },
            ReadyForPublish = replace.ReadyForPublish ?? before.ReadyForPublish,
            ModifiedUtc = time.GetUtcNow(),
        };
        return replace.AssetId;
    }

    private long Edit(EditAsset edit)
    {
        var index = IndexOf(edit.AssetId);
        var before = assets[index];
        if (edit.Name is { } name && assets.Exists(a => a.AssetId != edit.AssetId && a.NameSpace == before.NameSpace && a.Name == name))
            throw new InvalidOperationException($"The name '{name}' is taken");
        assets[index] = before with
        {
            Name = edit.Name ?? before.Name,
            ReadyForPublish = edit.ReadyForPublish ?? before.ReadyForPublish,
            ModifiedUtc = time.GetUtcNow(),
            MetadataUtc = time.GetUtcNow(),
            Content = before.Content with
            {
                FileName = edit.FileName ?? before.Content.FileName,
                Keywords = edit.Keywords ?? before.Content.Keywords,
                Details = edit.Details ?? before.Content.Details,
                Members = edit.Members ?? before.Content.Members,
                ProjectIds = [.. before.Content.ProjectIds.Union(edit.ProjectIds).Order()],
                Metadata = Merge(before.Content.Metadata, edit.Metadata ?? new Dictionary<string, string>())
                    .Where(field => field.Value.Length > 0).ToDictionary(),
            },
        };
        return edit.AssetId;
    }

    private long Trash(TrashAsset trash)
    {
        var index = IndexOf(trash.AssetId);
        assets[index] = assets[index] with { TrashState = TrashStates.InTrash, TrashedUtc = time.GetUtcNow() };
        return trash.AssetId;
    }

    private int IndexOf(long assetId) =>
        assets.FindIndex(a => a.AssetId == assetId) is var index and >= 0
            ? index
            : throw new InvalidOperationException($"Asset {assetId} is gone");

    // The second one wins.
    private static Dictionary<string, string> Merge(
        IReadOnlyDictionary<string, string> first, IReadOnlyDictionary<string, string> second) =>
        second.Concat(first.Where(field => !second.ContainsKey(field.Key))).ToDictionary();
}
