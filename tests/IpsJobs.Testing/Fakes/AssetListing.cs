using IpsJobs.Core.Assets;

namespace IpsJobs.Testing.Fakes;

/// <summary>What stores in memory answer alike: everything that follows from a list of assets.</summary>
public abstract class AssetListing
{
    /// <summary>The assets there are.</summary>
    protected abstract IReadOnlyList<StoredAsset> Listed { get; }

    public Task<StoredAsset?> FindAsync(int companyId, long assetId, CancellationToken cancellationToken) =>
        Task.FromResult(Listed.FirstOrDefault(a => a.CompanyId == companyId && a.AssetId == assetId));

    public Task<StoredAsset?> FindByNameAsync(int companyId, NameSpace nameSpace, string name, CancellationToken cancellationToken) =>
        Task.FromResult(Listed.FirstOrDefault(a => a.CompanyId == companyId && a.NameSpace == nameSpace && a.Name == name));

    public Task<IReadOnlyList<StoredAsset>> FindManyAsync(
        int companyId, IReadOnlyCollection<long> assetIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredAsset>>(
            [.. Listed.Where(a => a.CompanyId == companyId && assetIds.Contains(a.AssetId)).OrderBy(a => a.AssetId)]);

    public Task<IReadOnlyList<GeneratedAsset>> ListGeneratedAsync(long originatorId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<GeneratedAsset>>(
        [
            .. Listed.Where(a => a.Content.Generation?.OriginatorId == originatorId)
                .Select(a => new GeneratedAsset(a.AssetId, a.Content.Generation!)),
        ]);

    public Task<Generation?> FindGenerationAsync(long assetId, CancellationToken cancellationToken) =>
        Task.FromResult(Listed.FirstOrDefault(a => a.AssetId == assetId)?.Content.Generation);

    public Task<IReadOnlyList<SetMember>> ListMembersAsync(long setId, CancellationToken cancellationToken) =>
        Task.FromResult(Listed.FirstOrDefault(a => a.AssetId == setId)?.Content.Members ?? []);

    public Task<IReadOnlyList<long>> ListSetsOfAsync(long assetId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<long>>(
            [.. Listed.Where(a => a.Content.Members?.Any(m => m.AssetId == assetId) ?? false).Select(a => a.AssetId)]);

    public Task<string?> FindWordsAsync(long assetId, CancellationToken cancellationToken) =>
        Task.FromResult(Listed.FirstOrDefault(a => a.AssetId == assetId)?.Content.Words);

    public Task<bool> IsMaskInUseAsync(int companyId, string maskPath, CancellationToken cancellationToken) =>
        Task.FromResult(Listed.Any(a => a.CompanyId == companyId && a.Content.Details.Mask?.Path == maskPath));
}
