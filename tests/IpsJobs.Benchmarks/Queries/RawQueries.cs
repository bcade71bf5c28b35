using Microsoft.Data.Sqlite;

namespace IpsJobs.Benchmarks.Queries;

/// <summary>The same rows and columns by prepared ADO.NET commands on one open connection, every value read and none kept.</summary>
internal sealed class RawQueries : IDisposable
{
    private const string Columns =
        """
        i."InstanceId", i."InstanceName", i."State", i."CreatedUtc", i."TriggerTimeUtc", i."StartUtc", i."EndUtc", i."TriggerId",
        i."InitiatingJobName", i."ServerName", i."Interruptions", i."StoppedBy", i."Outcome", i."LogType", i."FileSuccess", i."FileError",
        i."FileWarning", i."FileDuplicate", i."FileUpdate", i."TotalFile", i."TransferSuccess", i."TransferError", i."TransferWarning",
        i."FatalError", i."CompanyId", i."OriginalName", i."JobType", i."JobSubType", i."BlockElement", i."BlockId", i."LaneKey",
        i."SubmitUserId", i."SubmitUserEmail", i."CallerUserId", i."Locale", i."RequestLocale", i."Description"
        """;

    private readonly SqliteConnection connection;
    private readonly SqliteCommand active;
    private readonly SqliteCommand logs;
    private readonly SqliteCommand count;
    private readonly SqliteCommand rows;

    public RawQueries(string database)
    {
        connection = new SqliteConnection($"Data Source={database};Pooling=False;Mode=ReadOnly");
        connection.Open();
        active = Prepare(
            $"""
            SELECT {Columns}, b."Xml" FROM "Instances" i JOIN "JobBlocks" b ON b."BlockId" = i."BlockId"
            WHERE i."State" < 6 AND i."CompanyId" = $id ORDER BY i."StartUtc", i."InstanceId"
            """);
        logs = Prepare(
            $"""
            SELECT {Columns} FROM "Instances" i WHERE i."StartUtc" IS NOT NULL AND i."CompanyId" = $id
            ORDER BY i."StartUtc" DESC, i."InstanceId" DESC LIMIT 1000
            """);
        count = Prepare("""SELECT count(*) FROM "LogRows" WHERE "InstanceId" = $id""");
        rows = Prepare(
            """
            SELECT "RowId", "LogType", "CreatedUtc", "MessageKey", "Arguments", "ItemKey", "AssetName", "FileType", "AssetId", "Aux"
            FROM "LogRows" WHERE "InstanceId" = $id ORDER BY "CreatedUtc", "RowId" LIMIT 1000
            """);
    }

    /// <returns>Rows read.</returns>
    public int ReadActive(int companyId) => Read(active, companyId);

    /// <returns>Rows read.</returns>
    public int ReadLogs(int companyId) => Read(logs, companyId);

    /// <summary>The count of all rows, which the API shows, and the first page.</summary>
    /// <returns>Rows read.</returns>
    public int ReadRows(long instanceId)
    {
        Read(count, instanceId);
        return Read(rows, instanceId);
    }

    public void Dispose()
    {
        foreach (var command in new[] { active, logs, count, rows })
            command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add(new SqliteParameter { ParameterName = "$id" });
        return command;
    }

    private static int Read(SqliteCommand command, long id)
    {
        command.Parameters[0].Value = id;
        using var reader = command.ExecuteReader();
        var values = new object[reader.FieldCount];
        var found = 0;
        for (; reader.Read(); found++)
            reader.GetValues(values);
        return found;
    }
}
