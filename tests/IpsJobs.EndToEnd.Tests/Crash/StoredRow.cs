using System.Text.Json;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Crash;

/// <summary>A log row as the database has it.</summary>
internal sealed record StoredRow(long InstanceId, string LogType, string? ItemKey, bool HasAsset, IReadOnlyList<string> AuxTypes)
{
    public static ILookup<long, StoredRow> ListOf(StoreReader store) => store.List(
        """SELECT "InstanceId", "LogType", "ItemKey", "AssetId", "Aux" FROM "LogRows" ORDER BY "RowId" """,
        r => new StoredRow(
            r.GetInt64(0), r.GetString(1), r.IsDBNull(2) ? null : r.GetString(2), !r.IsDBNull(3), r.IsDBNull(4) ? [] : AuxOf(r.GetString(4))))
        .ToLookup(r => r.InstanceId);

    private static List<string> AuxOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(e => e.GetProperty(nameof(LogType)).GetString()!)];
    }
}
