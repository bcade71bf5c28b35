using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Sqlite;

namespace IpsJobs.Storage.Writing;

/// <summary>Changes where an asset is found: its name and folder, the trash, and its marks for publish.</summary>
internal static class AssetMoves
{
    private const string ReadPlace = """SELECT "Name", "Folder", "FileName" FROM "Assets" WHERE "AssetId" = ?1""";
    private const string ReadState = """SELECT "TrashState" FROM "Assets" WHERE "AssetId" = ?1""";
    private const string ReadFolder = """SELECT "CompanyId", "Folder" FROM "Assets" WHERE "AssetId" = ?1""";

    private const string SetPlace =
        """
        UPDATE "Assets" SET "Name" = ?2, "Folder" = ?3, "FileName" = ?4, "MetadataUtc" = ?5, "ModifiedUtc" = ?5, "ModifiedBy" = ?6
        WHERE "AssetId" = ?1
        """;

    private const string RestoreRow =
        """
        UPDATE "Assets" SET "TrashState" = ?2, "TrashedUtc" = NULL, "ModifiedUtc" = ?3, "ModifiedBy" = ?4 WHERE "AssetId" = ?1
        """;

    private const string EmptyRow =
        """UPDATE "Assets" SET "TrashState" = ?2, "ModifiedUtc" = ?3, "ModifiedBy" = ?4 WHERE "AssetId" = ?1""";

    private const string SetMark = """UPDATE "Assets" SET "ReadyForPublish" = ?2 WHERE "AssetId" = ?1""";
    private const string DeleteMarks = """DELETE FROM "AssetContextMarks" WHERE "AssetId" = ?1""";

    private const string UpsertMark =
        """
        INSERT INTO "AssetContextMarks" ("AssetId", "ContextId", "IsMarked") VALUES (?1, ?2, ?3)
        ON CONFLICT ("AssetId", "ContextId") DO UPDATE SET "IsMarked" = excluded."IsMarked"
        """;

    private const string SetsOf = """SELECT DISTINCT "SetId" FROM "SetMembers" WHERE "AssetId" = ?1""";

    private const string MembersOf =
        """
        SELECT "AssetId", "PageReset", "Row", "Column" FROM "SetMembers" WHERE "SetId" = ?1 AND "AssetId" <> ?2 ORDER BY "Position"
        """;

    private const string SetRevision = """UPDATE "PublishHistory" SET "Revision" = ?2 WHERE "AssetId" = ?1""";
    private const string DeletePublished = """DELETE FROM "PublishHistory" WHERE "AssetId" = ?1""";
    private const string DeleteRow = """DELETE FROM "Assets" WHERE "AssetId" = ?1""";

    /// <summary>Refuses what does not fit the asset as it is now.</summary>
    /// <exception cref="StateConflictException">The asset is not where, or in the state, that the change expects.</exception>
    /// <exception cref="NameTakenException">The name is in use.</exception>
    public static void Check(SqlSession session, AssetChange change)
    {
        if (change is RelocateAsset relocate)
            CheckPlace(session, relocate);
        if (ExpectedStateOf(change) is { } expected && StateOf(session, change) is { } state && !expected.Contains(state))
            throw new StateConflictException("asset", string.Join(" or ", expected), state);
    }

    public static long Relocate(WriteSession session, RelocateAsset relocate)
    {
        var to = relocate.To;
        session.Execute(SetPlace, relocate.AssetId, to.Name, to.Folder, to.FileName, session.UtcNow, relocate.UserId);
        AddFolder(session, relocate.AssetId);
        return relocate.AssetId;
    }

    public static long Restore(WriteSession session, RestoreAsset restore)
    {
        session.Execute(RestoreRow, restore.AssetId, TrashStates.NotInTrash, session.UtcNow, restore.UserId);
        // Its folder may have been deleted meanwhile.
        AddFolder(session, restore.AssetId);
        return restore.AssetId;
    }

    public static long Empty(WriteSession session, EmptyAsset empty)
    {
        session.Execute(EmptyRow, empty.AssetId, TrashStates.InEmptiedTrash, session.UtcNow, empty.UserId);
        return empty.AssetId;
    }

    public static long Mark(WriteSession session, MarkAsset mark)
    {
        if (mark.Everywhere is { } everywhere)
        {
            session.Execute(SetMark, mark.AssetId, everywhere);
            session.Execute(DeleteMarks, mark.AssetId);
        }

        foreach (var (context, isMarked) in mark.Contexts)
            session.Execute(UpsertMark, mark.AssetId, context, isMarked);
        return mark.AssetId;
    }

    // What hangs on the row goes with it by its foreign keys; the places of other members close up.
    public static long Purge(WriteSession session, PurgeAsset purge)
    {
        foreach (var set in session.List(SetsOf, static r => r.GetInt64(0), purge.AssetId))
            AssetParts.SetMembers(session, set, session.List(MembersOf, ReadMember, set, purge.AssetId));
        session.Execute(DeletePublished, purge.AssetId);
        session.Execute(DeleteRow, purge.AssetId);
        return purge.AssetId;
    }

    public static long Republish(WriteSession session, RepublishAsset republish)
    {
        session.Execute(SetRevision, republish.AssetId, republish.WithFiles ? PublishRecord.FilesForced : PublishRecord.RecordForced);
        return republish.AssetId;
    }

    public static AssetPlace? FindPlace(SqlSession session, long assetId) =>
        session.Find(ReadPlace, static r => new AssetPlace(r.GetString(0), r.GetString(1), r.GetString(2)), assetId);

    private static void CheckPlace(SqlSession session, RelocateAsset relocate)
    {
        if (FindPlace(session, relocate.AssetId) != relocate.From)
            throw new StateConflictException(AssetWrites.Subject(relocate.AssetId), "unchanged", "moved");
        AssetWrites.RequireFreeName(session, relocate.AssetId, relocate.To.Name);
    }

    private static string? StateOf(SqlSession session, AssetChange change) =>
        session.Find(ReadState, static r => r.GetString(0), AssetWrites.TargetOf(change));

    private static string[]? ExpectedStateOf(AssetChange change) => change switch
    {
        RestoreAsset or EmptyAsset => [TrashStates.InTrash],
        PurgeAsset => [TrashStates.InTrash, TrashStates.InEmptiedTrash],
        _ => null,
    };

    private static void AddFolder(WriteSession session, long assetId)
    {
        var (companyId, folder) = session.Find(ReadFolder, static r => (r.GetInt32(0), r.GetString(1)), assetId);
        AssetWrites.AddFolders(session, companyId, folder);
    }

    private static SetMember ReadMember(Microsoft.Data.Sqlite.SqliteDataReader row) => new(row.GetInt64(0))
    {
        PageReset = row.GetBoolean(1),
        Row = row.IsDBNull(2) ? null : row.GetInt32(2),
        Column = row.IsDBNull(3) ? null : row.GetInt32(3),
    };
}
