using System.Globalization;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Storage.Sqlite;

namespace IpsJobs.Storage.Writing;

/// <summary>Adds and changes assets, with their folders, keywords, projects, words, members and generation records.</summary>
internal static class AssetWrites
{
    private const string Insert =
        """
        INSERT INTO "Assets" (
        "CompanyId", "NameSpace", "Name", "Type", "Folder", "FileName", "FileSize", "Sha256", "OptimizedPath", "Width", "Height",
        "Resolution", "OptimizedSize", "Keywords", "ReadyForPublish", "TrashState", "CreatedUtc", "CreatedBy", "ModifiedUtc", "ModifiedBy",
        "SubType", "MaskPath", "Details", "Metadata", "MetadataUtc")
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?17, ?18, ?19, ?20, ?21, ?22, ?17)
        """;

    private const string Update =
        """
        UPDATE "Assets" SET "Type" = ?2, "Folder" = CASE WHEN ?20 THEN "Folder" ELSE ?3 END,
        "FileName" = CASE WHEN ?20 THEN "FileName" ELSE ?4 END, "FileSize" = ?5, "Sha256" = ?6, "OptimizedPath" = ?7,
        "Width" = ?8, "Height" = ?9, "Resolution" = ?10, "OptimizedSize" = ?11, "Keywords" = ?12,
        "ReadyForPublish" = coalesce(?13, "ReadyForPublish"), "ModifiedUtc" = ?14, "ModifiedBy" = ?15,
        "SubType" = ?16, "MaskPath" = ?17, "Details" = ?18, "Metadata" = ?19, "MetadataUtc" = ?14
        WHERE "AssetId" = ?1
        """;

    private const string ReadKept =
        """SELECT "CompanyId", "Keywords", "Metadata", "Details" FROM "Assets" WHERE "AssetId" = ?1""";

    private const string TrashRow =
        """
        UPDATE "Assets" SET "TrashState" = ?2, "TrashedUtc" = ?3, "ModifiedUtc" = ?3, "ModifiedBy" = ?4
        WHERE "AssetId" = ?1 AND "TrashState" <> ?2
        """;

    private const string FindFolder = """SELECT 1 FROM "Folders" WHERE "CompanyId" = ?1 AND "Path" = ?2""";

    // An asset may be there before its folder, too early for the trigger that keeps the time of the content.
    private const string InsertFolder =
        """
        INSERT INTO "Folders" ("CompanyId", "Path", "ModifiedUtc", "ContentUtc") VALUES (?1, ?2, ?3,
        (SELECT max("ModifiedUtc") FROM "Assets" WHERE "CompanyId" = ?1 AND "Folder" = ?2 AND "TrashState" = 'NotInTrash'))
        """;

    private const string InsertProject =
        """INSERT INTO "AssetProjects" ("AssetId", "ProjectId") VALUES (?1, ?2) ON CONFLICT ("AssetId", "ProjectId") DO NOTHING""";

    private const string AssetExists = """SELECT 1 FROM "Assets" WHERE "AssetId" = ?1""";
    private const string NameHolder = """SELECT 1 FROM "Assets" WHERE "CompanyId" = ?1 AND "NameSpace" = ?2 AND "Name" = ?3""";

    private const string RenameHolder =
        """
        SELECT 1 FROM "Assets" AS a JOIN "Assets" AS b ON b."CompanyId" = a."CompanyId" AND b."NameSpace" = a."NameSpace"
        WHERE a."AssetId" = ?1 AND b."Name" = ?2 AND b."AssetId" <> ?1
        """;

    /// <summary>Everything that can be wrong with a change, found out before anything is written or moved.</summary>
    /// <exception cref="Core.Jobs.StateConflictException">The asset to change is gone.</exception>
    /// <exception cref="Core.Accounts.NameTakenException">The name is in use.</exception>
    public static void Check(SqlSession session, AssetChange change)
    {
        if (change is AddAsset add && session.Exists(NameHolder, add.CompanyId, (int)add.NameSpace, add.Name))
            throw new Core.Accounts.NameTakenException("Asset", add.Name);
        if (TargetOf(change) is { } id && !session.Exists(AssetExists, id))
            throw new Core.Jobs.StateConflictException(Subject(id), "stored", "gone");
        if (change is EditAsset { Name: { } name } edit)
            RequireFreeName(session, edit.AssetId, name);
        AssetMoves.Check(session, change);
    }

    /// <summary>Refuses a name that another asset of the same name space has.</summary>
    public static void RequireFreeName(SqlSession session, long assetId, string name)
    {
        if (session.Exists(RenameHolder, assetId, name))
            throw new Core.Accounts.NameTakenException("Asset", name);
    }

    /// <summary>Applies a checked change.</summary>
    /// <param name="session">An open transaction.</param>
    /// <param name="change">The change.</param>
    /// <param name="folders">Folders that are known to exist for as long as this write lasts; those made here are added.</param>
    /// <returns>Id of the asset.</returns>
    public static long Apply(WriteSession session, AssetChange change, ISet<(int CompanyId, string Folder)> folders) => change switch
    {
        AddAsset add => Add(session, add, folders),
        ReplaceAsset replace => Replace(session, replace, folders),
        EditAsset edit => AssetEdits.Apply(session, edit),
        TrashAsset trash => Trash(session, trash),
        RelocateAsset relocate => AssetMoves.Relocate(session, relocate),
        RestoreAsset restore => AssetMoves.Restore(session, restore),
        EmptyAsset empty => AssetMoves.Empty(session, empty),
        MarkAsset mark => AssetMoves.Mark(session, mark),
        PurgeAsset purge => AssetMoves.Purge(session, purge),
        RepublishAsset republish => AssetMoves.Republish(session, republish),
        _ => throw new ArgumentException($"No such change: {change.GetType().Name}", nameof(change)),
    };

    public static string Subject(long assetId) => "asset " + assetId.ToString(CultureInfo.InvariantCulture);

    /// <summary>Makes the folder and everything above it; one look is enough when it is known.</summary>
    public static void AddFolders(WriteSession session, int companyId, string folder)
    {
        if (session.Exists(FindFolder, companyId, folder))
            return;
        for (var slash = folder.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = folder.IndexOf('/', slash + 1))
        {
            var path = folder[..(slash + 1)];
            if (!session.Exists(FindFolder, companyId, path))
                session.Execute(InsertFolder, companyId, path, session.UtcNow);
        }
    }

    public static void AddProjects(WriteSession session, long assetId, IReadOnlyList<long> projectIds)
    {
        foreach (var project in projectIds)
            session.Execute(InsertProject, assetId, project);
    }

    /// <summary>The asset that a change is about; null for a new one.</summary>
    public static long? TargetOf(AssetChange change) => change switch
    {
        ReplaceAsset replace => replace.AssetId,
        EditAsset edit => edit.AssetId,
        TrashAsset trash => trash.AssetId,
        RelocateAsset relocate => relocate.AssetId,
        RestoreAsset restore => restore.AssetId,
        EmptyAsset empty => empty.AssetId,
        MarkAsset mark => mark.AssetId,
        PurgeAsset purge => purge.AssetId,
        RepublishAsset republish => republish.AssetId,
        _ => null,
    };

    private static long Add(WriteSession session, AddAsset add, ISet<(int CompanyId, string Folder)> folders)
    {
        var c = add.Content;
        var id = session.Insert(
            Insert, add.CompanyId, (int)add.NameSpace, add.Name, c.Type, c.Folder, c.FileName, c.FileSize, c.Sha256, c.Optimized?.Path,
            c.Optimized?.Width ?? 0, c.Optimized?.Height ?? 0, c.Optimized?.Resolution, c.Optimized?.FileSize ?? 0L,
            StoreJson.Write(Merge([], c.Keywords)), add.ReadyForPublish, TrashStates.NotInTrash, session.UtcNow, add.UserId,
            c.SubType, c.Details.Mask?.Path, StoreJson.Write(c.Details), StoreJson.Write(c.Metadata));
        if (folders.Add((add.CompanyId, c.Folder)))
            AddFolders(session, add.CompanyId, c.Folder);
        if (c.Words is { } words)
            AssetParts.AddWords(session, id, words);
        AddParts(session, id, c);
        return id;
    }

    // Keywords and projects are added to those the asset has; metadata and details keep what people have entered.
    private static long Replace(WriteSession session, ReplaceAsset replace, ISet<(int CompanyId, string Folder)> folders)
    {
        var c = replace.Content;
        var kept = session.Find(ReadKept, Kept.Read, replace.AssetId)!;
        var details = kept.Details.ReplacedBy(c.Details);
        session.Execute(
            Update, replace.AssetId, c.Type, c.Folder, c.FileName, c.FileSize, c.Sha256, c.Optimized?.Path, c.Optimized?.Width ?? 0,
            c.Optimized?.Height ?? 0, c.Optimized?.Resolution, c.Optimized?.FileSize ?? 0L,
            StoreJson.Write(Merge(kept.Keywords, c.Keywords)), replace.ReadyForPublish, session.UtcNow, replace.UserId,
            c.SubType, details.Mask?.Path, StoreJson.Write(details), StoreJson.Write(kept.MetadataWith(c.Metadata)),
            replace.KeepsPlace);
        if (!replace.KeepsPlace && folders.Add((kept.CompanyId, c.Folder)))
            AddFolders(session, kept.CompanyId, c.Folder);
        AssetParts.SetWords(session, replace.AssetId, c.Words);
        AddParts(session, replace.AssetId, c);
        return replace.AssetId;
    }

    private static long Trash(WriteSession session, TrashAsset trash)
    {
        session.Execute(TrashRow, trash.AssetId, TrashStates.InTrash, session.UtcNow, trash.UserId);
        return trash.AssetId;
    }

    private static void AddParts(WriteSession session, long assetId, AssetContent content)
    {
        AddProjects(session, assetId, content.ProjectIds);
        if (content.Members is { } members)
            AssetParts.SetMembers(session, assetId, members);
        if (content.Generation is { } generation)
            AssetParts.SetGeneration(session, assetId, generation);
    }

    private static IReadOnlyList<string> Merge(IReadOnlyList<string> had, IReadOnlyList<string> more) =>
        more.Count == 0 ? had : [.. had.Concat(more).Distinct(StringComparer.Ordinal)];

    private sealed record Kept(int CompanyId, IReadOnlyList<string> Keywords, IReadOnlyDictionary<string, string> Metadata, AssetDetails Details)
    {
        public static Kept Read(Microsoft.Data.Sqlite.SqliteDataReader row) => new(
            row.GetInt32(0),
            StoreJson.ReadStrings(row.GetString(1)),
            StoreJson.ReadTexts(row.IsDBNull(2) ? null : row.GetString(2)),
            StoreJson.ReadDetails(row.IsDBNull(3) ? null : row.GetString(3)));

        public Dictionary<string, string> MetadataWith(IReadOnlyDictionary<string, string> more)
        {
            var all = new Dictionary<string, string>(Metadata);
            foreach (var (name, value) in more)
                all.TryAdd(name, value);
            return all;
        }
    }
}
