using System.Globalization;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;

namespace IpsJobs.EndToEnd.Tests.Crash.Edits;

/// <summary>Thinks up edits that the server must not refuse, most of them ones that move files.</summary>
/// <param name="random">Decides.</param>
/// <param name="prefix">Begins every new name, so that no two clients choose the same.</param>
internal sealed class EditChoice(Random random, string prefix)
{
    private const int LargestBatch = 5;
    private const int LongestFolder = 200;
    private int count;

    /// <summary>An edit of the tree; null when the one thought of finds nothing to change.</summary>
    public PlannedEdit? Next(EditedTree tree) => random.Next(16) switch
    {
        < 3 => Rename(tree),
        < 4 => Move(tree),
        < 6 => MoveMany(tree),
        < 8 => RenameFolder(tree),
        < 10 => MoveFolder(tree),
        10 => CreateFolder(tree),
        11 => DeleteFolder(tree),
        12 => Change(tree, "deleteAssets", TrashStates.NotInTrash, TrashStates.InTrash),
        13 => Change(tree, "restoreAssetsFromTrash", TrashStates.InTrash, TrashStates.NotInTrash),
        14 => Change(tree, "emptyAssetsFromTrash", TrashStates.InTrash, TrashStates.InEmptiedTrash),
        _ => SetMembers(tree),
    };

    private PlannedEdit? Rename(EditedTree tree)
    {
        if (Some(tree.In(TrashStates.NotInTrash), 1) is not [var asset])
            return null;
        var renamed = asset.Renamed(NewName());
        return new PlannedEdit(
            "renameAsset", $"{Handle(asset)}<newName>{renamed.Name}</newName><validateName>true</validateName>", tree.With([renamed]));
    }

    private PlannedEdit? Move(EditedTree tree)
    {
        if (Some(tree.In(TrashStates.NotInTrash), 1) is not [var asset])
            return null;
        var folder = AnyFolder(tree);
        return new PlannedEdit(
            "moveAsset", $"{Handle(asset)}<folderHandle>f|{folder}</folderHandle>", tree.With([asset with { Folder = folder }]));
    }

    // To folders that are new, because a move to where an asset lies already is only warned of.
    private PlannedEdit? MoveMany(EditedTree tree)
    {
        List<EditedAsset> moved = [.. Some(tree.In(TrashStates.NotInTrash), LargestBatch).Select(a => a with { Folder = NewFolder(tree) })];
        var items = string.Concat(moved.Select(a => $"<items>{Handle(a)}<folderHandle>f|{a.Folder}</folderHandle></items>"));
        return moved.Count == 0
            ? null
            : new PlannedEdit("moveAssets", $"<assetMoveArray>{items}</assetMoveArray>", tree.With(moved)) { IsBatch = true };
    }

    private PlannedEdit? RenameFolder(EditedTree tree)
    {
        if (OldFolder(tree) is not { } folder)
            return null;
        var name = NewName();
        var to = FolderPaths.ParentOf(folder) + name + "/";
        return new PlannedEdit(
            "renameFolder", $"<folderHandle>f|{folder}</folderHandle><folderName>{name}</folderName>", tree.WithMoved(folder, to));
    }

    private PlannedEdit? MoveFolder(EditedTree tree)
    {
        var into = AnyFolder(tree);
        if (OldFolder(tree) is not { } folder || into.StartsWith(folder, StringComparison.Ordinal))
            return null;
        var to = into + folder[FolderPaths.ParentOf(folder).Length..];
        // It must not be there; and while the destination may be a new one, it must be.
        return tree.Folders.Contains(to) || (into != tree.Root && !tree.Folders.Contains(into))
            ? null
            : new PlannedEdit(
                "moveFolder", $"<folderHandle>f|{folder}</folderHandle><destFolderHandle>f|{into}</destFolderHandle>", tree.WithMoved(folder, to));
    }

    private PlannedEdit CreateFolder(EditedTree tree)
    {
        var folder = NewFolder(tree);
        return new PlannedEdit("createFolder", $"<folderPath>{folder}</folderPath>", tree.WithFolder(folder));
    }

    private PlannedEdit? DeleteFolder(EditedTree tree) => OldFolder(tree) is { } folder
        ? new PlannedEdit("deleteFolder", $"<folderHandle>f|{folder}</folderHandle>", tree.WithoutFolder(folder))
        : null;

    private PlannedEdit? Change(EditedTree tree, string operation, string from, string to)
    {
        List<EditedAsset> changed = [.. Some(tree.In(from), LargestBatch).Select(a => a with { TrashState = to })];
        var items = string.Concat(changed.Select(a => Handle(a, "items")));
        return changed.Count == 0
            ? null
            : new PlannedEdit(operation, $"<assetHandleArray>{items}</assetHandleArray>", tree.With(changed)) { IsBatch = true };
    }

    private PlannedEdit? SetMembers(EditedTree tree)
    {
        var present = tree.In(TrashStates.NotInTrash);
        if (Some([.. present.Where(a => a.Members is not null)], 1) is not [var set])
            return null;
        var members = Some([.. present.Where(a => a.Members is null)], LargestBatch);
        var items = string.Concat(members.Select(m => $"<items>{Handle(m)}<pageReset>false</pageReset></items>"));
        return new PlannedEdit(
            "setImageSetMembers",
            $"{Handle(set)}<memberArray>{items}</memberArray>",
            tree.With([set with { Members = [.. members.Select(m => m.Id)] }]));
    }

    private List<EditedAsset> Some(IReadOnlyList<EditedAsset> assets, int most)
    {
        var shuffled = assets.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled.Take(random.Next(1, most + 1))];
    }

    private string? OldFolder(EditedTree tree) =>
        tree.Folders.Count == 0 ? null : tree.Folders.Order(StringComparer.Ordinal).ElementAt(random.Next(tree.Folders.Count));

    private string AnyFolder(EditedTree tree) => random.Next(3) switch
    {
        0 => tree.Root,
        1 => NewFolder(tree),
        _ => OldFolder(tree) ?? tree.Root,
    };

    private string NewFolder(EditedTree tree)
    {
        var parent = OldFolder(tree) is { Length: < LongestFolder } old ? old : tree.Root;
        return parent + NewName() + "/";
    }

    private string NewName() => string.Create(CultureInfo.InvariantCulture, $"{prefix} {++count}");

    private static string Handle(EditedAsset asset, string element = "assetHandle") =>
        string.Create(CultureInfo.InvariantCulture, $"<{element}>a|{asset.Id}</{element}>");
}
