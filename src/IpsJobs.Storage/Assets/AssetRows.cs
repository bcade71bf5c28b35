using IpsJobs.Core.Assets;
using IpsJobs.Storage.Entities;
using IpsJobs.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace IpsJobs.Storage.Assets;

/// <summary>Reads rows of assets on prepared statements: searches return hundreds of them.</summary>
internal static class AssetRows
{
    /// <summary>Columns of <c>"Assets" a</c> as <see cref="Read"/> wants them.</summary>
    public const string Columns =
        """
        a."AssetId", a."CompanyId", a."NameSpace", a."Name", a."Type", a."SubType", a."Folder", a."FileName", a."FileSize", a."Sha256",
        a."OptimizedPath", a."Width", a."Height", a."Resolution", a."OptimizedSize", a."Details", a."Metadata", a."MetadataUtc",
        a."Keywords", a."ReadyForPublish", a."TrashState", a."TrashedUtc", a."CreatedUtc", a."CreatedBy", a."ModifiedUtc", a."ModifiedBy",
        (SELECT group_concat(p."ProjectId") FROM "AssetProjects" p WHERE p."AssetId" = a."AssetId")
        """;

    public static StoredAsset Read(SqliteDataReader row)
    {
        var asset = new AssetEntity
        {
            AssetId = row.GetInt64(0),
            CompanyId = row.GetInt32(1),
            NameSpace = (NameSpace)row.GetInt32(2),
            Name = row.GetString(3),
            Type = row.GetString(4),
            SubType = row.GetString(5),
            Folder = row.GetString(6),
            FileName = row.GetString(7),
            FileSize = row.GetInt64(8),
            Sha256 = (byte[])row.GetValue(9),
            OptimizedPath = Text(row, 10),
            Width = row.GetInt32(11),
            Height = row.GetInt32(12),
            Resolution = row.IsDBNull(13) ? null : row.GetDouble(13),
            OptimizedSize = row.GetInt64(14),
            Details = Text(row, 15),
            Metadata = Text(row, 16),
            MetadataUtc = row.InstantOrNull(17),
            Keywords = row.GetString(18),
            ReadyForPublish = row.GetBoolean(19),
            TrashState = row.GetString(20),
            TrashedUtc = row.InstantOrNull(21),
            CreatedUtc = row.Instant(22),
            CreatedBy = row.GetInt32(23),
            ModifiedUtc = row.Instant(24),
            ModifiedBy = row.GetInt32(25),
        };
        AddProjects(asset, Text(row, 26));
        return asset.ToRecord();
    }

    private static void AddProjects(AssetEntity asset, string? projectIds)
    {
        foreach (var project in projectIds?.Split(',') ?? [])
        {
            asset.Projects.Add(new AssetProjectEntity
            {
                AssetId = asset.AssetId,
                ProjectId = long.Parse(project, System.Globalization.CultureInfo.InvariantCulture),
            });
        }
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
