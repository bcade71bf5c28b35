using System.Globalization;
using IpsJobs.Core.Submission;
using IpsJobs.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace IpsJobs.Storage.Uploads;

/// <summary>Reads upload sessions and their files, inside and outside the writer.</summary>
internal static class UploadSql
{
    private const string NotDone =
        """
        NOT EXISTS (SELECT 1 FROM "LogRows" l WHERE l."InstanceId" = f."InstanceId" AND l."ItemKey" = CAST(f."Number" AS TEXT))
        """;

    private const string SelectSessions =
        $"""
        SELECT s."InstanceId", s."ClientAddress", s."State", s."LastRequestUtc",
        s."State" <> 0 OR EXISTS (SELECT 1 FROM "StagedUploads" f WHERE f."InstanceId" = s."InstanceId" AND {NotDone})
        FROM "UploadSessions" s

        """;

    private const string ById = SelectSessions + """WHERE s."InstanceId" = ?1""";

    // Live ones are few and have an index of their own, so they are looked at first.
    private const string Live = SelectSessions +
        """
        WHERE s."InstanceId" IN (SELECT "InstanceId" FROM "Instances" WHERE "State" < 6) ORDER BY s."InstanceId"
        """;

    private const string OpenByName =
        """
        SELECT i."InstanceId" FROM "Instances" i JOIN "UploadSessions" s ON s."InstanceId" = i."InstanceId"
        WHERE i."CompanyId" = ?1 AND i."InstanceName" = ?2 AND i."SubmitUserId" = ?3 AND s."ClientAddress" = ?4
        AND s."State" = 0 AND i."State" < 5 AND i."StoppedBy" IS NULL
        ORDER BY i."InstanceId" DESC LIMIT 1
        """;

    private const string Pending =
        $"""
        SELECT f."Number", f."StagedPath", f."Path", f."Size", f."Sha256" FROM "StagedUploads" f
        WHERE f."InstanceId" = ?1 AND {NotDone} ORDER BY f."Number"
        """;

    private const string LivePaths =
        """
        SELECT f."StagedPath" FROM "StagedUploads" f
        WHERE f."InstanceId" IN (SELECT "InstanceId" FROM "Instances" WHERE "State" < 6)
        """;

    public static UploadSession? Find(SqlSession session, long instanceId) =>
        session.Find(ById, ReadSession, instanceId) is { } found ? Complete(session, found) : null;

    public static IReadOnlyList<UploadSession> ListLive(SqlSession session) =>
        [.. session.List(Live, ReadSession).Select(found => Complete(session, found)).OfType<UploadSession>()];

    public static UploadSession? FindOpen(SqlSession session, int companyId, string jobName, int userId, string clientAddress) =>
        session.Number(OpenByName, companyId, jobName, userId, clientAddress) is { } id ? Find(session, id) : null;

    public static IReadOnlyList<StagedUpload> ListPending(SqlSession session, long instanceId) =>
        session.List(Pending, ReadFile, instanceId);

    public static IReadOnlySet<string> ListFolders(SqlSession session) =>
        session.List(LivePaths, static r => r.GetString(0)).Select(p => p[..p.IndexOf('/', StringComparison.Ordinal)]).ToHashSet(StringComparer.Ordinal);

    private static UploadSession? Complete(SqlSession session, SessionRow row) =>
        InstanceSql.FindInstance(session, row.InstanceId) is { } instance
            ? new UploadSession(instance, row.ClientAddress, row.State, row.LastRequestUtc, row.HasWork)
            : null;

    private static SessionRow ReadSession(SqliteDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetString(1),
        (UploadSessionState)reader.GetInt32(2),
        reader.Instant(3),
        reader.GetBoolean(4));

    private static StagedUpload ReadFile(SqliteDataReader reader) => new(
        reader.GetInt64(0).ToString(CultureInfo.InvariantCulture),
        reader.GetString(1),
        reader.GetString(2),
        reader.GetInt64(3),
        reader.GetFieldValue<byte[]>(4));

    private sealed record SessionRow(
        long InstanceId, string ClientAddress, UploadSessionState State, DateTimeOffset LastRequestUtc, bool HasWork);
}
