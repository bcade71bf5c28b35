using System.Globalization;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;

namespace IpsJobs.Storage.Writing;

/// <summary>Adds and replaces assets, with their folders, keywords and projects.</summary>
internal static class AssetWrites
{
    private const string Insert =
        """
        INSERT INTO "Assets" (
        "CompanyId", "NameSpace", "Name", "Type", "Folder", "FileName", "FileSize", "Sha256", "OptimizedPath", "Width", "Height",
        "Resolution", "OptimizedSize", "Keywords", "ReadyForPublish", "TrashState", "CreatedUtc", "CreatedBy", "ModifiedUtc", "ModifiedBy")
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?17, ?18)
        """;

    private const string Update =
        """
        UPDATE "Assets" SET "Type" = ?2, "Folder" = ?3, "FileName" = ?4, "FileSize" = ?5, "Sha256" = ?6, "OptimizedPath" = ?7,
        "Width" = ?8, "Height" = ?9, "Resolution" = ?10, "OptimizedSize" = ?11, "Keywords" = ?12,
        "ReadyForPublish" = coalesce(?13, "ReadyForPublish"), "ModifiedUtc" = ?14, "ModifiedBy" = ?15
        WHERE "AssetId" = ?1
        """;

    private const string ReadKeywords = """SELECT "CompanyId", "Keywords" FROM "Assets" WHERE "AssetId" = ?1""";
    private const string FindFolder = """SELECT 1 FROM "Folders" WHERE "CompanyId" = ?1 AND "Path" = ?2""";

    private const string InsertFolder =
        """INSERT INTO "Folders" ("CompanyId", "Path") VALUES (?1, ?2) ON CONFLICT ("CompanyId", "Path") DO NOTHING""";

    private const string InsertProject =
        """INSERT INTO "AssetProjects" ("AssetId", "ProjectId") VALUES (?1, ?2) ON CONFLICT ("AssetId", "ProjectId") DO NOTHING""";

    public static long Add(WriteSession session, AddAsset add)
    {
        var c = add.Content;
        var id = session.Insert(
            Insert, add.CompanyId, (int)add.NameSpace, add.Name, c.Type, c.Folder, c.FileName, c.FileSize, c.Sha256, c.Optimized?.Path,
            c.Optimized?.Width ?? 0, c.Optimized?.Height ?? 0, c.Optimized?.Resolution, c.Optimized?.FileSize ?? 0L,
            StoreJson.Write(Merge([], c.Keywords)), add.ReadyForPublish, TrashStates.NotInTrash, session.UtcNow, add.UserId);
        AddFolders(session, add.CompanyId, c.Folder);
        AddProjects(session, id, c.ProjectIds);
        return id;
    }

    /// <summary>Replaces file and type facts; keywords and projects are added to those the asset has.</summary>
    public static long Replace(WriteSession session, ReplaceAsset replace)
    {
        var c = replace.Content;
        var (company, keywords) = session.Find(
            ReadKeywords, static r => (Company: r.GetInt32(0), Keywords: StoreJson.ReadStrings(r.GetString(1))), replace.AssetId);
        session.Execute(
            Update, replace.AssetId, c.Type, c.Folder, c.FileName, c.FileSize, c.Sha256, c.Optimized?.Path, c.Optimized?.Width ?? 0,
            c.Optimized?.Height ?? 0, c.Optimized?.Resolution, c.Optimized?.FileSize ?? 0L, StoreJson.Write(Merge(keywords, c.Keywords)),
            replace.ReadyForPublish, session.UtcNow, replace.UserId);
        AddFolders(session, company, c.Folder);
        AddProjects(session, replace.AssetId, c.ProjectIds);
        return replace.AssetId;
    }

    public static string Subject(long assetId) => "asset " + assetId.ToString(CultureInfo.InvariantCulture);

    private static List<string> Merge(IReadOnlyList<string> had, IReadOnlyList<string> more) =>
        [.. had.Concat(more).Distinct(StringComparer.Ordinal)];

    // The folder and everything above it; one look is enough when it is known.
    private static void AddFolders(WriteSession session, int companyId, string folder)
    {
        if (session.Exists(FindFolder, companyId, folder))
            return;
        for (var slash = folder.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = folder.IndexOf('/', slash + 1))
            session.Execute(InsertFolder, companyId, folder[..(slash + 1)]);
    }

    private static void AddProjects(WriteSession session, long assetId, IReadOnlyList<long> projectIds)
    {
        foreach (var project in projectIds)
            session.Execute(InsertProject, assetId, project);
    }
}
