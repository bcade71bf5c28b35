using IpsJobs.Core.Assets;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Constants;

namespace IpsJobs.Soap.Tests.Fakes;

/// <summary>Searches a list by company, state of the trash and type, and keeps the last query: the rest is for the store's own tests.</summary>
internal sealed class FakeAssetSearch(FakeAssets assets) : IAssetSearch
{
    public AssetQuery? Query { get; private set; }

    public Task<AssetPage> SearchAsync(AssetQuery query, CancellationToken cancellationToken)
    {
        Query = query;
        var found = Of(query.CompanyId, query.TrashState, query.Types);
        var page = found.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize).ToList();
        return Task.FromResult(new AssetPage(found.Count, page));
    }

    public Task<IReadOnlyList<StoredAsset>> ListByNamesAsync(
        int companyId, IReadOnlyCollection<string> names, AssetTypeFilter types, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredAsset>>(
            [.. Of(companyId, TrashStates.NotInTrash, types).Where(asset => names.Contains(asset.Name))]);

    public Task<IReadOnlySet<string>> FindNamesInUseAsync(
        int companyId, IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<string>>(
            assets.Assets.Where(asset => asset.CompanyId == companyId).Select(asset => asset.Name).Intersect(names).ToHashSet());

    public Task<IReadOnlyDictionary<string, int>> CountByTypeAsync(int companyId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, int>>(Of(companyId, TrashStates.NotInTrash, AssetTypeFilter.All)
            .GroupBy(asset => asset.Content.Type).ToDictionary(group => group.Key, group => group.Count()));

    private List<StoredAsset> Of(int companyId, string trashState, AssetTypeFilter types) =>
    [
        .. assets.Assets.Where(asset => asset.CompanyId == companyId && asset.TrashState == trashState)
            .Where(asset => types.Types.Count == 0 || types.Types.Contains(asset.Content.Type)),
    ];
}
