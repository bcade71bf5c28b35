using IpsJobs.Core.Accounts;

namespace IpsJobs.Core.Assets;

/// <summary>Changes folders with everything in them; what is answered is on disk.</summary>
/// <remarks>Paths have company root and trailing slash. Changes are for the holder of the names of <see cref="ListAssetsAsync"/> only.</remarks>
public interface IFolderEdits
{
    /// <summary>True for folders that were made, by themselves or by assets in them; the company's root always exists.</summary>
    Task<bool> ExistsAsync(Company company, string folder, CancellationToken cancellationToken);

    /// <summary>Makes the folder and those above it, as far as they do not exist.</summary>
    Task CreateAsync(Company company, string folder, CancellationToken cancellationToken);

    /// <summary>Places of the assets in the folder and below it by asset id, the trash included.</summary>
    Task<IReadOnlyDictionary<long, AssetPlace>> ListAssetsAsync(Company company, string folder, CancellationToken cancellationToken);

    /// <summary>Moves a folder with its subfolders, assets and originals, in one commit.</summary>
    /// <param name="company">Owner.</param>
    /// <param name="from">The folder.</param>
    /// <param name="to">What it is called from now on; must not exist.</param>
    /// <param name="assets">The assets that the caller found in it.</param>
    /// <param name="userId">Who does it.</param>
    /// <param name="cancellationToken">Counts until files are touched.</param>
    /// <returns>False, with nothing done, when the folder holds other assets by now.</returns>
    /// <exception cref="NameTakenException">The new path exists, or holds a file.</exception>
    Task<bool> TryMoveAsync(
        Company company, string from, string to, IReadOnlyDictionary<long, AssetPlace> assets, int userId, CancellationToken cancellationToken);

    /// <summary>Removes a folder with its subfolders and puts the assets in them into the trash, in one commit.</summary>
    /// <returns>False, with nothing done, when the folder holds other assets by now.</returns>
    Task<bool> TryDeleteAsync(
        Company company, string folder, IReadOnlyDictionary<long, AssetPlace> assets, int userId, CancellationToken cancellationToken);
}
