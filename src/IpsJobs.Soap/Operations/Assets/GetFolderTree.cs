using IpsJobs.Contracts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Shows a folder with those in it down to a depth: 0 is the folder alone, a negative depth the whole tree.</summary>
internal sealed class GetFolderTree(AssetScope scope, FolderReads folders) : IOperation
{
    public string Name => "getFolderTree";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetFolderTreeParam)call.Param;
        var company = await scope.RequireAsync(call, param.CompanyHandle, param.AccessUserHandle, param.AccessGroupHandle, cancellationToken);
        var found = await folders.ListAsync(company, param.FolderPath, call, cancellationToken);
        var wanted = await folders.WithTypesAsync(company, found[0].Path!, param.AssetTypeArray, cancellationToken);
        var depth = param.Depth is { } levels and >= 0 ? levels : int.MaxValue;
        var reply = new GetFolderTreeReturn { Folders = Tree(found, wanted is null ? null : WithParents(wanted), depth) };
        return FieldFilter.Apply(reply, param.ResponseFieldArray, param.ExcludeFieldArray);
    }

    // A folder comes after the one it lies in, so its parent is always there already.
    private static Folder Tree(IReadOnlyList<Folder> folders, HashSet<string>? wanted, int depth)
    {
        var top = folders[0];
        var above = Levels(top.Path!);
        var byPath = new Dictionary<string, Folder>(StringComparer.Ordinal) { [top.Path!] = top };
        foreach (var folder in folders.Skip(1))
        {
            if (Levels(folder.Path!) - above > depth || wanted?.Contains(folder.Path!) == false)
                continue;
            if (!byPath.TryGetValue(FolderPaths.ParentOf(folder.Path!), out var parent))
                continue;
            (parent.SubfolderArray ??= new FolderArray()).Items.Add(folder);
            byPath[folder.Path!] = folder;
        }

        return top;
    }

    private static HashSet<string> WithParents(IEnumerable<string> paths)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            for (var at = path; at.Length > 0 && all.Add(at);)
                at = FolderPaths.ParentOf(at);
        }

        return all;
    }

    private static int Levels(string path) => path.AsSpan().Count('/');
}
