using IpsJobs.Contracts;
using IpsJobs.Core.Assets.Folders;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Finds the folders that a request asks for.</summary>
internal sealed class FolderReads(IFolderLists folders)
{
    // As documented for both operations.
    private const int MaxFolders = 100_000;

    /// <summary>The folder and all below it, by path.</summary>
    /// <exception cref="RuleViolationException">30001: there is no such folder.</exception>
    public async Task<IReadOnlyList<Folder>> ListAsync(
        Company company, string? folderPath, OperationCall call, CancellationToken cancellationToken)
    {
        var top = FolderParameter.Read(company, folderPath, "folderPath");
        var found = await folders.ListAsync(company.CompanyId, top, MaxFolders, cancellationToken);
        // A company without assets has its root all the same.
        if (found.Count == 0)
            found = top == company.RootPath ? [new StoredFolder(top)] : throw Violations.InvalidPath(folderPath!, "folderPath");
        var childDates = FolderDates.ChildrenOf(found);
        return [.. found.Select((folder, i) => ToContract(folder, childDates[i], HasSubfolders(found, i), call))];
    }

    /// <summary>Those of the folders in which assets of the types lie; null when all are meant.</summary>
    public async Task<IReadOnlySet<string>?> WithTypesAsync(
        Company company, string top, StringArray? assetTypes, CancellationToken cancellationToken)
    {
        var types = AssetTypeFilters.Types(assetTypes, "assetTypeArray/items");
        return types.Count == 0 ? null : await folders.ListWithTypesAsync(company.CompanyId, top, types, cancellationToken);
    }

    // What lies below a folder follows it directly.
    private static bool HasSubfolders(IReadOnlyList<StoredFolder> folders, int index) =>
        index + 1 < folders.Count && folders[index + 1].Path.StartsWith(folders[index].Path, StringComparison.Ordinal);

    private static Folder ToContract(StoredFolder folder, DateTimeOffset? childDate, bool hasSubfolders, OperationCall call) => new()
    {
        FolderHandle = new FolderHandle(folder.Path).ToString(call.Dialect.Folders),
        Path = folder.Path,
        LastModified = folder.ModifiedUtc?.UtcDateTime,
        ChildLastModified = childDate?.UtcDateTime,
        HasSubfolders = hasSubfolders,
    };
}
