using System.Text.Json;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace IpsJobs.Storage.Queries;

/// <summary>Lists logs with a page of their rows on prepared statements: clients poll for the end of a job with them.</summary>
internal static class LogDetailSql
{
    private const string Started = InstanceSql.SelectBareInstances + """WHERE r."StartUtc" IS NOT NULL""";
    private const string NewestFirst = """ ORDER BY r."InstanceId" DESC""";

    private const string Columns =
        """
        r."RowId", r."LogType", r."CreatedUtc", r."MessageKey", r."Arguments", r."ItemKey", r."AssetName", r."FileType", r."AssetId", r."Aux"
        """;

    public static IReadOnlyList<JobLogWithRows> List(SqlSession session, JobLogDetailFilter filter)
    {
        var logs = new Conditions(Started);
        logs.Equal("CompanyId", filter.CompanyId);
        logs.NamedBy(filter.Handle);
        logs.Equal("OriginalName", filter.OriginalName);
        logs.Equal("SubmitUserId", filter.SubmitUserId);
        return session.List(logs.Sql + NewestFirst, InstanceSql.ReadInstance, logs.Values)
            .ConvertAll(instance => WithRows(session, instance, filter));
    }

    private static JobLogWithRows WithRows(SqlSession session, JobInstance instance, JobLogDetailFilter filter)
    {
        var rows = new Conditions("""FROM "LogRows" r WHERE true""");
        rows.Equal("InstanceId", instance.InstanceId);
        if (filter.LogTypes.Count > 0)
            rows.In("LogType", JsonSerializer.Serialize(filter.LogTypes));
        var total = (int)(session.Number("SELECT count(*) " + rows.Sql, rows.Values) ?? 0);
        var skip = (long)(filter.Page - 1) * filter.PageSize;
        if (skip >= total)
            return new JobLogWithRows(instance, total, []);
        var page = $"SELECT {Columns} {rows.Sql} ORDER BY {Order(filter)} LIMIT ?{rows.Values.Length + 1} OFFSET ?{rows.Values.Length + 2}";
        return new JobLogWithRows(instance, total, session.List(page, ReadRow, [.. rows.Values, filter.PageSize, skip]));
    }

    private static string Order(JobLogDetailFilter filter)
    {
        var column = filter.SortBy == JobLogDetailSortFields.LogType ? "LogType" : "CreatedUtc";
        var direction = filter.Descending ? " DESC" : "";
        return $"r.\"{column}\"{direction}, r.\"RowId\"{direction}";
    }

    private static LogRow ReadRow(SqliteDataReader row) =>
        new(row.GetString(1), new LocalizedMessage(row.GetString(3), StoreJson.ReadStrings(row.GetString(4))))
        {
            RowId = row.GetInt64(0),
            CreatedUtc = row.Instant(2),
            ItemKey = TextOrNull(row, 5),
            AssetName = TextOrNull(row, 6),
            FileType = TextOrNull(row, 7),
            AssetId = row.IsDBNull(8) ? null : row.GetInt64(8),
            Aux = StoreJson.ReadAux(TextOrNull(row, 9)),
        };

    private static string? TextOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
