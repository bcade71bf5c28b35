namespace IpsJobs.Core.Assets;

/// <summary>Reads assets and folders; changes travel with <see cref="Jobs.ItemCommit"/>.</summary>
public interface IAssetStore
{
    Task<StoredAsset?> FindAsync(int companyId, long assetId, CancellationToken cancellationToken);

    /// <summary>The asset that holds a name (trash included); null when the name is free.</summary>
    Task<StoredAsset?> FindByNameAsync(int companyId, NameSpace nameSpace, string name, CancellationToken cancellationToken);

    /// <summary>Those of the assets that exist in the company, by id, trash included.</summary>
    Task<IReadOnlyList<StoredAsset>> FindManyAsync(int companyId, IReadOnlyCollection<long> assetIds, CancellationToken cancellationToken);

    /// <summary>Assets to publish in a context, by id: not in the trash, and marked for it unless <paramref name="all"/>.</summary>
    /// <remarks>The mark of an asset holds for every context that has no mark of its own for it.</remarks>
    IAsyncEnumerable<StoredAsset> ListForPublishAsync(int companyId, int contextId, bool all, CancellationToken cancellationToken);

    /// <summary>What was made from an asset, by id; assets in the trash included, emptied ones not.</summary>
    Task<IReadOnlyList<GeneratedAsset>> ListGeneratedAsync(long originatorId, CancellationToken cancellationToken);

    /// <summary>What an asset was made from; null for files that came from outside.</summary>
    Task<Generation?> FindGenerationAsync(long assetId, CancellationToken cancellationToken);

    /// <summary>Members of a set in their order; empty for assets that are none.</summary>
    Task<IReadOnlyList<SetMember>> ListMembersAsync(long setId, CancellationToken cancellationToken);

    /// <summary>Ids of the sets that have the asset as a member.</summary>
    Task<IReadOnlyList<long>> ListSetsOfAsync(long assetId, CancellationToken cancellationToken);

    /// <summary>Words extracted from an asset; null when there are none.</summary>
    Task<string?> FindWordsAsync(long assetId, CancellationToken cancellationToken);

    /// <summary>Revision last delivered per asset id.</summary>
    Task<IReadOnlyDictionary<long, string>> ListPublishedAsync(int serverId, int contextId, CancellationToken cancellationToken);

    /// <summary>True when some asset row names the file as its optimised image: it must not be removed.</summary>
    Task<bool> IsOptimizedInUseAsync(int companyId, string optimizedPath, CancellationToken cancellationToken);

    /// <summary>True when some asset row names the file as its mask: it must not be removed.</summary>
    Task<bool> IsMaskInUseAsync(int companyId, string maskPath, CancellationToken cancellationToken);
}
