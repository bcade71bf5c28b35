using IpsJobs.Core.Assets.Folders;

namespace IpsJobs.Soap.Tests.Fakes;

/// <summary>Folders of the sample company, and what lies in them.</summary>
internal sealed class FakeFolders(FakeAssets assets) : IFolderLists
{
    public List<string> Paths { get; } = [];

    /// <summary>Dates of those that have some.</summary>
    public Dictionary<string, StoredFolder> Dated { get; } = [];

    public Task<IReadOnlyList<StoredFolder>> ListAsync(int companyId, string folder, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredFolder>>(companyId == Samples.CompanyId
            ? [.. Paths.Where(path => path.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(limit)
                .Select(path => Dated.GetValueOrDefault(path) ?? new StoredFolder(path))]
            : []);

    public Task<IReadOnlySet<string>> ListWithTypesAsync(
        int companyId, string folder, IReadOnlyCollection<string> assetTypes, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<string>>(assets.Assets
            .Where(asset => asset.CompanyId == companyId && assetTypes.Contains(asset.Content.Type))
            .Select(asset => asset.Content.Folder).Where(path => path.StartsWith(folder, StringComparison.Ordinal)).ToHashSet());
}
