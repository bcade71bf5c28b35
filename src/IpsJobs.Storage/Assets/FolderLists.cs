using System.Text.Json;
using IpsJobs.Core.Assets.Folders;
using IpsJobs.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace IpsJobs.Storage.Assets;

/// <summary>Lists folders on prepared statements.</summary>
internal sealed class FolderLists(ReadSessions reads) : IFolderLists
{
    private const string Below =
        """
        SELECT "Path", "ModifiedUtc", "ContentUtc" FROM "Folders" WHERE "CompanyId" = ?1 AND "Path" >= ?2 AND "Path" < ?3
        ORDER BY "Path" LIMIT ?4
        """;

    private const string WithTypes =
        """
        SELECT DISTINCT "Folder" FROM "AssetCounts"
        WHERE "CompanyId" = ?1 AND "TrashState" = 'NotInTrash' AND "Folder" >= ?2 AND "Folder" < ?3
        AND "Type" IN (SELECT "value" FROM json_each(?4))
        """;

    public Task<IReadOnlyList<StoredFolder>> ListAsync(int companyId, string folder, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredFolder>>(reads.Read(s => s.List(Below, Read, companyId, folder, FolderRange.EndOf(folder), limit)));

    public Task<IReadOnlySet<string>> ListWithTypesAsync(
        int companyId, string folder, IReadOnlyCollection<string> assetTypes, CancellationToken cancellationToken)
    {
        var types = JsonSerializer.Serialize(assetTypes);
        var found = reads.Read(s => s.List(WithTypes, static row => row.GetString(0), companyId, folder, FolderRange.EndOf(folder), types));
        return Task.FromResult<IReadOnlySet<string>>(found.ToHashSet(StringComparer.Ordinal));
    }

    private static StoredFolder Read(SqliteDataReader row) => new(row.GetString(0), row.InstantOrNull(1), row.InstantOrNull(2));
}
