namespace IpsJobs.Core.Assets;

/// <summary>Reads assets and folders; changes travel with <see cref="Jobs.ItemCommit"/>.</summary>
public interface IAssetStore
{
    Task<StoredAsset?> FindAsync(int companyId, long assetId, CancellationToken cancellationToken);

    /// <summary>The asset that holds a name (trash included); null when the name is free.</summary>
    Task<StoredAsset?> FindByNameAsync(int companyId, NameSpace nameSpace, string name, CancellationToken cancellationToken);

    /// <summary>Assets to publish, by id: not in the trash, and marked unless <paramref name="all"/>.</summary>
    IAsyncEnumerable<StoredAsset> ListForPublishAsync(int companyId, bool all, CancellationToken cancellationToken);

    /// <summary>Revision last delivered per asset id.</summary>
    Task<IReadOnlyDictionary<long, string>> ListPublishedAsync(int serverId, int contextId, CancellationToken cancellationToken);

    /// <summary>True when some asset row names the optimised file: it must not be removed.</summary>
    Task<bool> IsOptimizedInUseAsync(int companyId, string optimizedPath, CancellationToken cancellationToken);
}
