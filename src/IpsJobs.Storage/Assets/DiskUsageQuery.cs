using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Storage.Sqlite;

namespace IpsJobs.Storage.Assets;

/// <summary>Adds up the sizes that asset rows carry.</summary>
internal sealed class DiskUsageQuery(ReadSessions reads) : IDiskUsage
{
    private const string Sum =
        """
        SELECT COALESCE(SUM("Type" = ?2), 0), COALESCE(SUM("FileSize" + CASE WHEN "OptimizedPath" IS NULL THEN 0 ELSE "OptimizedSize" END), 0),
        MAX("ModifiedUtc")
        FROM "Assets" WHERE "CompanyId" = ?1 AND "TrashState" <> ?3
        """;

    public Task<DiskUsage> MeasureAsync(int companyId, CancellationToken cancellationToken) => Task.FromResult(reads.Read(session =>
        session.Find(
            Sum,
            static row => new DiskUsage(
                row.GetInt64(0), row.GetInt64(1), row.InstantOrNull(2)),
            companyId,
            AssetTypes.Image,
            TrashStates.InEmptiedTrash)!));
}
