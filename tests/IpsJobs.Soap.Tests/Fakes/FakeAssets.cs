using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Tests.Fakes;

/// <summary>Assets in a list.</summary>
internal sealed class FakeAssets : IAssetStore
{
    public List<StoredAsset> Assets { get; } = [];

    public Task<StoredAsset?> FindAsync(int companyId, long assetId, CancellationToken cancellationToken) =>
        Task.FromResult(Assets.FirstOrDefault(a => a.CompanyId == companyId && a.AssetId == assetId));

    public Task<StoredAsset?> FindByNameAsync(int companyId, NameSpace nameSpace, string name, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<StoredAsset> ListForPublishAsync(int companyId, bool all, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyDictionary<long, string>> ListPublishedAsync(int serverId, int contextId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<bool> IsOptimizedInUseAsync(int companyId, string optimizedPath, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
