namespace IpsJobs.Core.Assets.Search;

/// <summary>Finds assets by what is known of them.</summary>
public interface IAssetSearch
{
    Task<AssetPage> SearchAsync(AssetQuery query, CancellationToken cancellationToken);

    /// <summary>Assets with one of the names that are not in the trash, by name and id.</summary>
    Task<IReadOnlyList<StoredAsset>> ListByNamesAsync(
        int companyId, IReadOnlyCollection<string> names, AssetTypeFilter types, CancellationToken cancellationToken);

    /// <summary>Those of the names that some asset holds, in the trash or not: an upload under them would meet it.</summary>
    Task<IReadOnlySet<string>> FindNamesInUseAsync(int companyId, IReadOnlyCollection<string> names, CancellationToken cancellationToken);

    /// <summary>Assets that are not in the trash, counted by type.</summary>
    Task<IReadOnlyDictionary<string, int>> CountByTypeAsync(int companyId, CancellationToken cancellationToken);
}
