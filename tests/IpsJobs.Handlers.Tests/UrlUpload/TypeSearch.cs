using IpsJobs.Core.Assets;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Testing.Fakes;

namespace IpsJobs.Handlers.Tests.UrlUpload;

/// <summary>Searches by type in a store in memory.</summary>
internal sealed class TypeSearch(FakeAssetStore store) : IAssetSearch
{
    public Task<AssetPage> SearchAsync(AssetQuery query, CancellationToken cancellationToken)
    {
        var found = store.All
            .Where(a => a.CompanyId == query.CompanyId && a.TrashState == query.TrashState && query.Types.Types.Contains(a.Content.Type))
            .ToList();
        return Task.FromResult(new AssetPage(found.Count, [.. found.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize)]));
    }

    public Task<IReadOnlyList<StoredAsset>> ListByNamesAsync(
        int companyId, IReadOnlyCollection<string> names, AssetTypeFilter types, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlySet<string>> FindNamesInUseAsync(int companyId, IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, int>> CountByTypeAsync(int companyId, CancellationToken cancellationToken) => throw new NotSupportedException();
}
