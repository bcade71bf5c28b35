using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Entities;
using Microsoft.Data.Sqlite;

namespace IpsJobs.Storage.Sqlite;

/// <summary>Reads instances and triggers without EF: inside the writer, and where a client polls.</summary>
internal static class InstanceSql
{
    private const string Definition =
        """
        r."CompanyId", r."OriginalName", r."JobType", r."JobSubType", r."BlockElement", r."BlockId", r."LaneKey", r."SubmitUserId",
        r."SubmitUserEmail", r."CallerUserId", r."Locale", r."RequestLocale", r."Description"
        """;

    private const string Instance =
        """
        r."InstanceId", r."InstanceName", r."State", r."CreatedUtc", r."TriggerTimeUtc", r."StartUtc", r."EndUtc",
        r."TriggerId", r."InitiatingJobName", r."ServerName", r."Interruptions", r."StoppedBy", r."Outcome", r."LogType",
        r."FileSuccess", r."FileError", r."FileWarning", r."FileDuplicate", r."FileUpdate", r."TotalFile",
        r."TransferSuccess", r."TransferError", r."TransferWarning", r."FatalError"
        """;

    private const string Trigger = """r."TriggerId", r."State", r."ExecSchedule", r."NextFireUtc", r."PendingFireUtc", r."CreatedUtc" """;
    private const string WithBlock = """ JOIN "JobBlocks" b ON b."BlockId" = r."BlockId" """;

    /// <summary>SELECT of instances as <c>r</c>; a WHERE clause follows.</summary>
    public const string SelectInstances = $"""SELECT {Definition}, b."Xml", {Instance} FROM "Instances" r {WithBlock}""";

    /// <summary>The same with empty blocks: one with a long list of files has hundreds of kilobytes.</summary>
    public const string SelectBareInstances = $"""SELECT {Definition}, x'', {Instance} FROM "Instances" r """;

    /// <summary>SELECT of triggers as <c>r</c>; a WHERE clause follows.</summary>
    public const string SelectTriggers = $"""SELECT {Definition}, b."Xml", {Trigger} FROM "Triggers" r {WithBlock}""";

    /// <summary>The same with empty blocks.</summary>
    public const string SelectBareTriggers = $"""SELECT {Definition}, x'', {Trigger} FROM "Triggers" r """;

    private const string InstanceById = SelectInstances + """WHERE r."InstanceId" = ?1""";
    private const string TriggerById = SelectTriggers + """WHERE r."TriggerId" = ?1""";
    private const int Own = 14;

    public static JobInstance? FindInstance(SqlSession session, long instanceId) => session.Find(InstanceById, ReadInstance, instanceId);

    public static StoredTrigger? FindTrigger(SqlSession session, long triggerId) => session.Find(TriggerById, ReadTrigger, triggerId);

    public static JobInstance ReadInstance(SqliteDataReader reader)
    {
        var entity = new InstanceEntity
        {
            InstanceId = reader.GetInt64(Own),
            InstanceName = reader.GetString(Own + 1),
            State = (InstanceState)reader.GetInt32(Own + 2),
            CreatedUtc = reader.Instant(Own + 3),
            TriggerTimeUtc = reader.Instant(Own + 4),
            StartUtc = reader.InstantOrNull(Own + 5),
            EndUtc = reader.InstantOrNull(Own + 6),
            TriggerId = NumberOrNull(reader, Own + 7),
            InitiatingJobName = TextOrNull(reader, Own + 8),
            ServerName = reader.GetString(Own + 9),
            Interruptions = reader.GetInt32(Own + 10),
            StoppedBy = TextOrNull(reader, Own + 11),
            Outcome = (JobOutcome?)NumberOrNull(reader, Own + 12),
            LogType = reader.GetString(Own + 13),
        };
        ReadCounters(reader, entity);
        ReadDefinition(reader, entity);
        return entity.ToRecord(reader.GetFieldValue<byte[]>(Own - 1));
    }

    public static StoredTrigger ReadTrigger(SqliteDataReader reader)
    {
        var entity = new TriggerEntity
        {
            TriggerId = reader.GetInt64(Own),
            State = (TriggerState)reader.GetInt32(Own + 1),
            ExecSchedule = TextOrNull(reader, Own + 2),
            NextFireUtc = reader.InstantOrNull(Own + 3),
            PendingFireUtc = reader.InstantOrNull(Own + 4),
            CreatedUtc = reader.Instant(Own + 5),
        };
        ReadDefinition(reader, entity);
        return new StoredTrigger(entity.ToRecord(reader.GetFieldValue<byte[]>(Own - 1)), entity.BlockId, entity.PendingFireUtc);
    }

    private static void ReadDefinition(SqliteDataReader reader, DefinitionColumns entity)
    {
        entity.CompanyId = reader.GetInt32(0);
        entity.OriginalName = reader.GetString(1);
        entity.JobType = reader.GetString(2);
        entity.JobSubType = reader.GetString(3);
        entity.BlockElement = reader.GetString(4);
        entity.BlockId = reader.GetInt64(5);
        entity.LaneKey = reader.GetString(6);
        entity.SubmitUserId = reader.GetInt32(7);
        entity.SubmitUserEmail = reader.GetString(8);
        entity.CallerUserId = reader.GetInt32(9);
        entity.Locale = TextOrNull(reader, 10);
        entity.RequestLocale = TextOrNull(reader, 11);
        entity.Description = TextOrNull(reader, 12);
    }

    private static void ReadCounters(SqliteDataReader reader, InstanceEntity entity)
    {
        const int First = Own + 14;
        entity.FileSuccess = reader.GetInt32(First);
        entity.FileError = reader.GetInt32(First + 1);
        entity.FileWarning = reader.GetInt32(First + 2);
        entity.FileDuplicate = reader.GetInt32(First + 3);
        entity.FileUpdate = reader.GetInt32(First + 4);
        entity.TotalFile = reader.GetInt32(First + 5);
        entity.TransferSuccess = reader.GetInt32(First + 6);
        entity.TransferError = reader.GetInt32(First + 7);
        entity.TransferWarning = reader.GetInt32(First + 8);
        entity.FatalError = reader.GetBoolean(First + 9);
    }

    private static string? TextOrNull(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static long? NumberOrNull(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);
}
