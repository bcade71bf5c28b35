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
        var paths = await folders.ListAsync(company.CompanyId, top, MaxFolders, cancellationToken);
        // A company without assets has its root all the same.
        if (paths.Count == 0)
            paths = top == company.RootPath ? [top] : throw Violations.InvalidPath(folderPath!, "folderPath");
        return [.. paths.Select((path, i) => ToContract(path, HasSubfolders(paths, i), call))];
    }

    /// <summary>Those of the folders in which assets of the types lie; null when all are meant.</summary>
    public async Task<IReadOnlySet<string>?> WithTypesAsync(
        Company company, string top, StringArray? assetTypes, CancellationToken cancellationToken)
    {
        var types = AssetTypeFilters.Types(assetTypes, "assetTypeArray/items");
        return types.Count == 0 ? null : await folders.ListWithTypesAsync(company.CompanyId, top, types, cancellationToken);
    }

    // What lies below a folder follows it directly.
    private static bool HasSubfolders(IReadOnlyList<string> paths, int index) =>
        index + 1 < paths.Count && paths[index + 1].StartsWith(paths[index], StringComparison.Ordinal);

    private static Folder ToContract(string path, bool hasSubfolders, OperationCall call) => new()
    {
        FolderHandle = new FolderHandle(path).ToString(call.Dialect.Folders),
        Path = path,
        HasSubfolders = hasSubfolders,
    };
}
