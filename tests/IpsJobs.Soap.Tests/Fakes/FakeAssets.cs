using IpsJobs.Core.Assets;
using IpsJobs.Testing.Fakes;

namespace IpsJobs.Soap.Tests.Fakes;

/// <summary>Assets in a list.</summary>
internal sealed class FakeAssets : AssetListing, IAssetStore
{
    public List<StoredAsset> Assets { get; } = [];

    protected override IReadOnlyList<StoredAsset> Listed => Assets;

    public IAsyncEnumerable<StoredAsset> ListForPublishAsync(
        int companyId, int contextId, bool all, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyDictionary<long, string>> ListPublishedAsync(int serverId, int contextId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<bool> IsOptimizedInUseAsync(int companyId, string optimizedPath, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
