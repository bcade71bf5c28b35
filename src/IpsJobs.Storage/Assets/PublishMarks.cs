using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Storage.Sqlite;

namespace IpsJobs.Storage.Assets;

/// <summary>Looks up what triggers draw anew with every change, and adds up what changes with it, inside the database: rows need not be read out.</summary>
internal sealed class PublishMarks(ReadSessions reads) : IPublishMarks
{
    private const string Stamps =
        """
        SELECT c."Stamp" || ' ' || s."Stamp" FROM "PublishStamps" AS c, "PublishStamps" AS s
        WHERE c."IsOfServer" = 0 AND c."OwnerId" = ?1 AND s."IsOfServer" = 1 AND s."OwnerId" = ?2
        """;

    // Remainders keep the sums within 63 bits; the product tells apart two assets that exchange their times.
    private const string Selected =
        """
        SELECT count(*) || ' ' || coalesce(sum(a."AssetId"), 0)
            || ' ' || coalesce(sum(a."ModifiedUtc" % 4294967291), 0)
            || ' ' || coalesce(sum(a."MetadataUtc" % 4294967291), 0)
            || ' ' || coalesce(sum(((a."ModifiedUtc" % 2147483629) * (a."AssetId" % 65521 + 1)) % 4294967291), 0)
        FROM "Assets" AS a
        WHERE a."CompanyId" = ?1 AND a."TrashState" = ?2 AND (?3 OR coalesce(
            (SELECT m."IsMarked" FROM "AssetContextMarks" AS m WHERE m."AssetId" = a."AssetId" AND m."ContextId" = ?4), a."ReadyForPublish"))
        """;

    // Every revision that a publish has written contains the sign; those that ask for another publish do not.
    private const string Recorded =
        """
        SELECT CASE WHEN min(instr("Revision", '@')) = 0 THEN NULL ELSE count(*) || ' ' || coalesce(sum(length("Revision")), 0) END
        FROM "PublishHistory" WHERE "ServerId" = ?1 AND "ContextId" = ?2
        """;

    public Task<string?> FindStampAsync(int companyId, int serverId, CancellationToken cancellationToken) =>
        Task.FromResult(reads.Read(s => Text(s, Stamps, companyId, serverId)));

    public Task<string> FindSelectionAsync(int companyId, int contextId, bool all, CancellationToken cancellationToken) =>
        Task.FromResult(reads.Read(s => Text(s, Selected, companyId, TrashStates.NotInTrash, all, contextId)!));

    public Task<string?> FindRecordedAsync(int serverId, int contextId, CancellationToken cancellationToken) =>
        Task.FromResult(reads.Read(s => Text(s, Recorded, serverId, contextId)));

    private static string? Text(SqlSession session, string sql, params ReadOnlySpan<object?> values) =>
        session.Find(sql, static r => r.IsDBNull(0) ? null : r.GetString(0), values);
}
