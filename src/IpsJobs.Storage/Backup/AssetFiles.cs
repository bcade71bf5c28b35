using IpsJobs.Core.Assets;
using IpsJobs.Core.Files;
using IpsJobs.Storage.Sqlite;

namespace IpsJobs.Storage.Backup;

/// <summary>Whether every file that the rows of a data folder name is there with its size.</summary>
internal sealed class AssetFiles(DataFolder data, ReadSessions reads)
{
    private const int PageSize = 1000;

    private const string Page =
        """
        SELECT a."AssetId", c."RootPath", a."Folder", a."FileName", a."FileSize", a."OptimizedPath", a."OptimizedSize", a."MaskPath", a."Type"
        FROM "Assets" a JOIN "Companies" c ON c."CompanyId" = a."CompanyId"
        WHERE a."AssetId" > ?1 ORDER BY a."AssetId" LIMIT ?2
        """;

    private const string Staged =
        """
        SELECT f."StagedPath", f."Size" FROM "StagedUploads" f JOIN "Instances" i ON i."InstanceId" = f."InstanceId" AND i."State" < 6
        WHERE NOT EXISTS (SELECT 1 FROM "LogRows" l WHERE l."InstanceId" = f."InstanceId" AND l."ItemKey" = CAST(f."Number" AS TEXT))
        """;

    /// <summary>Paths that are missing or of another size.</summary>
    public IEnumerable<string> ListMissing()
    {
        var after = 0L;
        while (reads.Read(s => s.List(Page, Read, after, PageSize)) is { Count: > 0 } page)
        {
            foreach (var path in page.SelectMany(p => p.Files).Where(f => !IsWhole(f.Path, f.Size)))
                yield return path.Path;
            after = page[^1].AssetId;
        }
        foreach (var (path, size) in reads.Read(s => s.List(Staged, static r => (r.GetString(0), r.GetInt64(1)))))
        {
            if (!IsWhole(Path.Combine(data.Staging, path), size))
                yield return Path.Combine(data.Staging, path);
        }
    }

    private (long AssetId, List<(string Path, long? Size)> Files) Read(Microsoft.Data.Sqlite.SqliteDataReader row)
    {
        var root = row.GetString(1);
        var folder = row.GetString(2);
        var original = (folder.StartsWith(root, StringComparison.Ordinal) ? folder[root.Length..] : folder) + row.GetString(3);
        var files = new List<(string Path, long? Size)>();
        // Sets and templates are rows without a file of their own.
        if (row.GetString(3).Length > 0 && AssetTypeRule.HasFile(row.GetString(8)))
            files.Add((data.Originals(root).Resolve(original), row.GetInt64(4)));
        if (!row.IsDBNull(5))
            files.Add((data.Optimized(root).Resolve(row.GetString(5)), row.GetInt64(6)));
        if (!row.IsDBNull(7))
            files.Add((data.Masks(root).Resolve(row.GetString(7)), null));
        return (row.GetInt64(0), files);
    }

    private static bool IsWhole(string path, long? size) =>
        new FileInfo(path) is { Exists: true } file && (size is null || file.Length == size);
}
