using System.Text.Json;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Storage.Sqlite;

namespace IpsJobs.Storage.Assets;

/// <summary>Reads publish marks and deliveries.</summary>
internal sealed class PublishStateReads(ReadSessions reads) : IPublishStates
{
    private const string Marks =
        """
        SELECT m."AssetId", m."ContextId", m."IsMarked" FROM json_each(?1) i JOIN "AssetContextMarks" m ON m."AssetId" = i."value"
        """;

    private const string Deliveries =
        """
        SELECT s."Name", c."Name", h."PublishedUtc" FROM "PublishHistory" h
        JOIN "PublishServers" s ON s."ServerId" = h."ServerId" JOIN "PublishContexts" c ON c."ContextId" = h."ContextId"
        WHERE h."AssetId" = ?2 AND c."CompanyId" = ?1 ORDER BY h."ContextId", h."ServerId"
        """;

    public Task<IReadOnlyDictionary<(long AssetId, int ContextId), bool>> ListMarksAsync(
        IReadOnlyCollection<long> assetIds, CancellationToken cancellationToken)
    {
        var rows = reads.Read(s => s.List(
            Marks,
            static row => KeyValuePair.Create((row.GetInt64(0), row.GetInt32(1)), row.GetBoolean(2)),
            JsonSerializer.Serialize(assetIds)));
        return Task.FromResult<IReadOnlyDictionary<(long, int), bool>>(new Dictionary<(long, int), bool>(rows));
    }

    public Task<IReadOnlyList<AssetDelivery>> ListDeliveriesAsync(int companyId, long assetId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AssetDelivery>>(reads.Read(s => s.List(
            Deliveries,
            static row => new AssetDelivery(row.GetString(0), row.GetString(1), row.Instant(2)),
            companyId,
            assetId)));
}
