using IpsJobs.Core.Accounts;

namespace IpsJobs.Core.Assets;

/// <summary>Changes assets outside of jobs; what is answered is on disk.</summary>
public interface IAssetEdits
{
    /// <summary>Applies changes of assets of one company, each for itself, with one flush for all.</summary>
    /// <returns>Per change in the order given: null, or why it was refused, in which case nothing of it was done.</returns>
    Task<IReadOnlyList<Exception?>> ApplyAsync(Company company, IReadOnlyList<AssetChange> changes, CancellationToken cancellationToken);

    /// <summary>Adds an asset that has no file, such as a set.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="NameTakenException">The name is in use.</exception>
    Task<long> AddAsync(AddAsset asset, CancellationToken cancellationToken);
}
