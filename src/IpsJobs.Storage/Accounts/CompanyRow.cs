using IpsJobs.Core.Accounts;
using Microsoft.Data.Sqlite;

namespace IpsJobs.Storage.Accounts;

/// <summary>Reads a company inside the writer's transaction.</summary>
internal static class CompanyRow
{
    public const string Select =
        """
        SELECT "CompanyId", "Name", "RootPath", "ExpiresUtc", "OverwriteMode", "RetainPublishState", "JavascriptUploadEnabled",
        "InstantPublish", "PublishNeedsAdmin", "UploadLaneSize", "ImsOrgId", "DefaultSourceProfileId", "DefaultDisplayProfileId",
        "IptcExifMappingXsltId", "XmpMappingXsltId", "DiskSpaceWarningMin", "EmailTrashCleanupWarning"
        FROM "Companies" WHERE "CompanyId" = ?1
        """;

    public static Company Read(SqliteDataReader row) => new()
    {
        CompanyId = row.GetInt32(0),
        Name = row.GetString(1),
        RootPath = row.GetString(2),
        ExpiresUtc = Number(row, 3) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
        OverwriteMode = row.GetString(4),
        RetainPublishState = row.GetBoolean(5),
        JavascriptUploadEnabled = row.GetBoolean(6),
        InstantPublish = row.GetBoolean(7),
        PublishNeedsAdmin = row.GetBoolean(8),
        UploadLaneSize = row.GetInt32(9),
        ImsOrgId = row.IsDBNull(10) ? null : row.GetString(10),
        DefaultSourceProfileId = Number(row, 11),
        DefaultDisplayProfileId = Number(row, 12),
        IptcExifMappingXsltId = Number(row, 13),
        XmpMappingXsltId = Number(row, 14),
        DiskSpaceWarningMin = row.GetInt32(15),
        EmailTrashCleanupWarning = row.GetBoolean(16),
    };

    private static long? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
