namespace IpsJobs.Core.Assets.Folders;

/// <summary>Lists the folders of a company.</summary>
public interface IFolderLists
{
    /// <summary>The folder and all below it, by path; empty when it does not exist.</summary>
    /// <param name="companyId">The company.</param>
    /// <param name="folder">With company root and trailing slash.</param>
    /// <param name="limit">Most folders.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    Task<IReadOnlyList<StoredFolder>> ListAsync(int companyId, string folder, int limit, CancellationToken cancellationToken);

    /// <summary>Those of the folder and all below it in which an asset of one of the types lies outside the trash.</summary>
    Task<IReadOnlySet<string>> ListWithTypesAsync(
        int companyId, string folder, IReadOnlyCollection<string> assetTypes, CancellationToken cancellationToken);
}
