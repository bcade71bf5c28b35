using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Tests.Fakes;

/// <summary>Assets in a list.</summary>
internal sealed class FakeAssets : IAssetStore
{
    public List<StoredAsset> Assets { get; } = [];

    public Task<StoredAsset?> FindAsync(int companyId, long assetId, CancellationToken cancellationToken) =>
        Task.FromResult(Assets.FirstOrDefault(a => a.CompanyId == companyId && a.AssetId == assetId));

    public Task<StoredAsset?> FindByNameAsync(int companyId, NameSpace nameSpace, string name, CancellationToken cancellationToken) =>
        Task.FromResult(Assets.FirstOrDefault(a => a.CompanyId == companyId && a.NameSpace == nameSpace && a.Name == name));

    public IAsyncEnumerable<StoredAsset> ListForPublishAsync(
        int companyId, int contextId, bool all, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyDictionary<long, string>> ListPublishedAsync(int serverId, int contextId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<bool> IsOptimizedInUseAsync(int companyId, string optimizedPath, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<StoredAsset>> FindManyAsync(
        int companyId, IReadOnlyCollection<long> assetIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredAsset>>(
            [.. Assets.Where(a => a.CompanyId == companyId && assetIds.Contains(a.AssetId)).OrderBy(a => a.AssetId)]);

    public Task<IReadOnlyList<GeneratedAsset>> ListGeneratedAsync(long originatorId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Generation?> FindGenerationAsync(long assetId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<SetMember>> ListMembersAsync(long setId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<long>> ListSetsOfAsync(long assetId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<string?> FindWordsAsync(long assetId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> IsMaskInUseAsync(int companyId, string maskPath, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
