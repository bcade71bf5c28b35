using System.Text.Json;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Storage.Assets;
using IpsJobs.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace IpsJobs.Storage.Writing;

/// <summary>Changes folders and everything in them.</summary>
internal static class FolderWrites
{
    private const string FindFolder = """SELECT 1 FROM "Folders" WHERE "CompanyId" = ?1 AND "Path" = ?2""";

    private const string ListPlaces =
        """
        SELECT "AssetId", "Name", "Folder", "FileName" FROM "Assets" WHERE "CompanyId" = ?1 AND "Folder" >= ?2 AND "Folder" < ?3
        """;

    private const string ListFilelessIds =
        """
        SELECT "AssetId" FROM "Assets" WHERE "CompanyId" = ?1 AND "Folder" >= ?2 AND "Folder" < ?3
        AND "Type" IN (SELECT "value" FROM json_each(?4))
        """;

    private const string MoveAssets =
        """
        UPDATE "Assets" SET "Folder" = ?4 || substr("Folder", ?5), "MetadataUtc" = ?6, "ModifiedUtc" = ?6, "ModifiedBy" = ?7
        WHERE "CompanyId" = ?1 AND "Folder" >= ?2 AND "Folder" < ?3
        """;

    private const string MoveFolders =
        """
        UPDATE "Folders" SET "Path" = ?4 || substr("Path", ?5), "ModifiedUtc" = CASE "Path" WHEN ?2 THEN ?6 ELSE "ModifiedUtc" END
        WHERE "CompanyId" = ?1 AND "Path" >= ?2 AND "Path" < ?3
        """;

    private const string TrashAssets =
        """
        UPDATE "Assets" SET "TrashState" = ?4, "TrashedUtc" = ?5, "ModifiedUtc" = ?5, "ModifiedBy" = ?6
        WHERE "CompanyId" = ?1 AND "Folder" >= ?2 AND "Folder" < ?3 AND "TrashState" = ?7
        """;

    private const string DeleteFolders = """DELETE FROM "Folders" WHERE "CompanyId" = ?1 AND "Path" >= ?2 AND "Path" < ?3""";

    // What came or changed shows by itself; what left must be told to where it was.
    private const string TouchFolder = """UPDATE "Folders" SET "ContentUtc" = ?3 WHERE "CompanyId" = ?1 AND "Path" = ?2""";

    public static bool Exists(SqlSession session, int companyId, string folder) => session.Exists(FindFolder, companyId, folder);

    public static Dictionary<long, AssetPlace> ListAssets(SqlSession session, int companyId, string folder) =>
        session.List(ListPlaces, ReadPlace, companyId, folder, FolderRange.EndOf(folder)).ToDictionary();

    /// <summary>Those of the assets in the folder and below that have no original.</summary>
    public static HashSet<long> ListFileless(SqlSession session, int companyId, string folder) =>
    [
        .. session.List(
            ListFilelessIds, static row => row.GetInt64(0), companyId, folder, FolderRange.EndOf(folder), JsonSerializer.Serialize(AssetTypeRule.WithoutFile)),
    ];

    /// <returns>False when other assets than the given ones are in the folder.</returns>
    /// <exception cref="NameTakenException">The new path exists.</exception>
    public static bool TryMove(
        WriteSession session, int companyId, string from, string to, IReadOnlyDictionary<long, AssetPlace> assets, int userId)
    {
        if (Exists(session, companyId, to))
            throw new NameTakenException("Folder", to);
        if (!HoldsOnly(session, companyId, from, assets))
            return false;
        // SQLite counts characters, not the units of UTF-16.
        var rest = from.EnumerateRunes().Count() + 1;
        session.Execute(MoveFolders, companyId, from, FolderRange.EndOf(from), to, rest, session.UtcNow);
        session.Execute(MoveAssets, companyId, from, FolderRange.EndOf(from), to, rest, session.UtcNow, userId);
        AddParent(session, companyId, to);
        session.Execute(TouchFolder, companyId, FolderPaths.ParentOf(from), session.UtcNow);
        return true;
    }

    /// <returns>False when other assets than the given ones are in the folder.</returns>
    public static bool TryDelete(
        WriteSession session, int companyId, string folder, IReadOnlyDictionary<long, AssetPlace> assets, int userId)
    {
        if (!HoldsOnly(session, companyId, folder, assets))
            return false;
        session.Execute(
            TrashAssets, companyId, folder, FolderRange.EndOf(folder), TrashStates.InTrash, session.UtcNow, userId, TrashStates.NotInTrash);
        session.Execute(DeleteFolders, companyId, folder, FolderRange.EndOf(folder));
        session.Execute(TouchFolder, companyId, FolderPaths.ParentOf(folder), session.UtcNow);
        return true;
    }

    private static void AddParent(WriteSession session, int companyId, string folder) =>
        AssetWrites.AddFolders(session, companyId, FolderPaths.ParentOf(folder));

    private static bool HoldsOnly(SqlSession session, int companyId, string folder, IReadOnlyDictionary<long, AssetPlace> assets)
    {
        var now = ListAssets(session, companyId, folder);
        return now.Count == assets.Count && now.All(a => assets.TryGetValue(a.Key, out var place) && place == a.Value);
    }

    private static KeyValuePair<long, AssetPlace> ReadPlace(SqliteDataReader row) =>
        new(row.GetInt64(0), new AssetPlace(row.GetString(1), row.GetString(2), row.GetString(3)));
}
