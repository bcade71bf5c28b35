using System.Collections.Immutable;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Crash.Edits;

/// <summary>A folder that one client alone edits, with everything in it.</summary>
/// <param name="Root">The folder, which stays.</param>
/// <param name="Assets">By id, the trash included.</param>
/// <param name="Folders">Those below the root.</param>
internal sealed record EditedTree(string Root, ImmutableDictionary<long, EditedAsset> Assets, ImmutableHashSet<string> Folders)
{
    public static EditedTree Empty(string root) => new(root, ImmutableDictionary<long, EditedAsset>.Empty, []);

    public static EditedTree Read(StoreReader store, string root)
    {
        var members = store.List(
            """SELECT "SetId", "Position", "AssetId" FROM "SetMembers" ORDER BY "SetId", "Position" """,
            r => (Set: r.GetInt64(0), Position: r.GetInt32(1), Asset: r.GetInt64(2))).ToLookup(m => m.Set, m => (m.Position, m.Asset));
        var assets = store.List(
            """SELECT "AssetId", "Name", "Folder", "FileName", "TrashState", hex("Sha256"), "Type" FROM "Assets" """,
            r => new EditedAsset(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5))
            {
                Members = AssetTypeRule.IsSet(r.GetString(6)) ? InPlaces(members[r.GetInt64(0)]) : null,
            });
        var folders = store.List("""SELECT "Path" FROM "Folders" """, r => r.GetString(0));
        return new EditedTree(
            root,
            assets.Where(a => IsBelow(a.Folder, root)).ToImmutableDictionary(a => a.Id),
            [.. folders.Where(f => f != root && IsBelow(f, root))]);
    }

    /// <summary>What is true of the tree, a text per folder and asset.</summary>
    public HashSet<string> Facts => [.. Folders.Select(f => "folder " + f), .. Assets.Values.Select(a => a.ToString())];

    public IReadOnlyList<EditedAsset> In(string trashState) =>
        [.. Assets.Values.Where(a => a.TrashState == trashState).OrderBy(a => a.Id)];

    public EditedTree With(IEnumerable<EditedAsset> changed)
    {
        List<EditedAsset> all = [.. changed];
        var tree = this with { Assets = Assets.SetItems(all.Select(a => KeyValuePair.Create(a.Id, a))) };
        return all.Where(a => a.TrashState == TrashStates.NotInTrash).Aggregate(tree, (sum, a) => sum.WithFolder(a.Folder));
    }

    /// <summary>The folder and those above it are there.</summary>
    public EditedTree WithFolder(string folder)
    {
        var folders = Folders;
        for (var path = folder; path != Root; path = FolderPaths.ParentOf(path))
            folders = folders.Add(path);
        return this with { Folders = folders };
    }

    public EditedTree WithMoved(string folder, string to)
    {
        var moved = this with
        {
            Assets = Assets.SetItems(Assets.Where(a => IsBelow(a.Value.Folder, folder))
                .Select(a => KeyValuePair.Create(a.Key, a.Value with { Folder = to + a.Value.Folder[folder.Length..] }))),
            Folders = [.. Folders.Select(f => IsBelow(f, folder) ? to + f[folder.Length..] : f)],
        };
        return moved.WithFolder(to);
    }

    public EditedTree WithoutFolder(string folder) => this with
    {
        Assets = Assets.SetItems(Assets.Where(a => IsBelow(a.Value.Folder, folder) && a.Value.TrashState == TrashStates.NotInTrash)
            .Select(a => KeyValuePair.Create(a.Key, a.Value with { TrashState = TrashStates.InTrash }))),
        Folders = [.. Folders.Where(f => !IsBelow(f, folder))],
    };

    /// <summary>Without the emptied assets that <paramref name="stored"/> does not have any more: Cleanup may remove them at any time.</summary>
    public EditedTree PurgedLike(EditedTree stored)
    {
        var purged = In(TrashStates.InEmptiedTrash).Select(a => a.Id).Except(stored.Assets.Keys).ToHashSet();
        return this with { Assets = Assets.RemoveRange(purged).ToImmutableDictionary(a => a.Key, a => a.Value.Without(purged)) };
    }

    private static bool IsBelow(string path, string folder) => path.StartsWith(folder, StringComparison.Ordinal);

    private static List<long> InPlaces(IEnumerable<(int Position, long Asset)> members)
    {
        var places = new List<long>();
        foreach (var (position, asset) in members)
        {
            while (places.Count < position)
                places.Add(0);
            places.Add(asset);
        }

        return places;
    }
}
