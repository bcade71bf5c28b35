using System.Runtime.CompilerServices;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Testing.Fakes;

namespace IpsJobs.Handlers.Tests.Publishing;

/// <summary>Assets and publish history in memory.</summary>
public sealed class FakeAssetStore : AssetListing, IAssetStore
{
    public List<StoredAsset> Assets { get; } = [];

    public Dictionary<(int ServerId, int ContextId, long AssetId), string> History { get; } = [];

    /// <summary>Called before every asset that a selection yields.</summary>
    public Action OnSelect { get; set; } = () => { };

    protected override IReadOnlyList<StoredAsset> Listed => Assets;

    /// <summary>Adds or replaces an asset, as the commit of an item does.</summary>
    public void Apply(AssetChange? change)
    {
        if (change is AddAsset add)
            Assets.Add(new StoredAsset
            {
                AssetId = 10_000 + Assets.Count,
                CompanyId = add.CompanyId,
                Name = add.Name,
                NameSpace = add.NameSpace,
                Content = add.Content,
                ReadyForPublish = add.ReadyForPublish,
                TrashState = TrashStates.NotInTrash,
                CreatedUtc = default,
                ModifiedUtc = default,
            });
        if (change is ReplaceAsset replace)
        {
            var at = Assets.FindIndex(a => a.AssetId == replace.AssetId);
            Assets[at] = Assets[at] with { Content = replace.Content, ReadyForPublish = replace.ReadyForPublish ?? Assets[at].ReadyForPublish };
        }
    }

    public async IAsyncEnumerable<StoredAsset> ListForPublishAsync(
        int companyId, int contextId, bool all, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var selected = Assets.Where(a =>
            a.CompanyId == companyId && a.TrashState == TrashStates.NotInTrash && (all || a.ReadyForPublish));
        foreach (var asset in selected.OrderBy(a => a.AssetId).ToList())
        {
            OnSelect();
            yield return asset;
        }
    }

    public Task<IReadOnlyDictionary<long, string>> ListPublishedAsync(int serverId, int contextId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<long, string>>(History
            .Where(h => h.Key.ServerId == serverId && h.Key.ContextId == contextId)
            .ToDictionary(h => h.Key.AssetId, h => h.Value));

    public Task<bool> IsOptimizedInUseAsync(int companyId, string optimizedPath, CancellationToken cancellationToken) =>
        Task.FromResult(Assets.Exists(a => a.Content.Optimized?.Path == optimizedPath));
}
