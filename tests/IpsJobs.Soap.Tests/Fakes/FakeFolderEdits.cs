using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Tests.Fakes;

/// <summary>Folders in a list, without assets.</summary>
internal sealed class FakeFolderEdits : IFolderEdits
{
    public List<string> Folders { get; } = [];

    public Task<bool> ExistsAsync(Company company, string folder, CancellationToken cancellationToken) =>
        Task.FromResult(folder == company.RootPath || Folders.Contains(folder));

    public Task CreateAsync(Company company, string folder, CancellationToken cancellationToken)
    {
        Folders.Add(folder);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyDictionary<long, AssetPlace>> ListAssetsAsync(Company company, string folder, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<long, AssetPlace>>(new Dictionary<long, AssetPlace>());

    public Task<bool> TryMoveAsync(
        Company company, string from, string to, IReadOnlyDictionary<long, AssetPlace> assets, int userId, CancellationToken cancellationToken)
    {
        Folders.Remove(from);
        Folders.Add(to);
        return Task.FromResult(true);
    }

    public Task<bool> TryDeleteAsync(
        Company company, string folder, IReadOnlyDictionary<long, AssetPlace> assets, int userId, CancellationToken cancellationToken) =>
        Task.FromResult(Folders.Remove(folder));
}
