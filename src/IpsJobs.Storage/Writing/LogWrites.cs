using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Sqlite;

namespace IpsJobs.Storage.Writing;

/// <summary>Writes log rows and the counters that follow from them.</summary>
internal static class LogWrites
{
    private const string InsertRow =
        """
        INSERT INTO "LogRows" ("InstanceId", "LogType", "CreatedUtc", "MessageKey", "Arguments", "ItemKey", "AssetName", "FileType", "AssetId", "Aux")
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """;

    private const string AddCounters =
        """
        UPDATE "Instances" SET
        "FileSuccess" = "FileSuccess" + ?2, "FileError" = "FileError" + ?3, "FileWarning" = "FileWarning" + ?4,
        "FileDuplicate" = "FileDuplicate" + ?5, "FileUpdate" = "FileUpdate" + ?6, "TotalFile" = "TotalFile" + ?7,
        "TransferSuccess" = "TransferSuccess" + ?8, "TransferError" = "TransferError" + ?9,
        "TransferWarning" = "TransferWarning" + ?10, "FatalError" = max("FatalError", ?11)
        WHERE "InstanceId" = ?1
        """;

    private const string FirstRow = """SELECT min("RowId") FROM "LogRows" WHERE "InstanceId" = ?1""";
    private const string LastRow = """SELECT max("RowId") FROM "LogRows" WHERE "InstanceId" = ?1""";
    private const string LastTime = """SELECT max("CreatedUtc") FROM "LogRows" WHERE "InstanceId" = ?1""";
    private const string ReadAux = """SELECT "Aux" FROM "LogRows" WHERE "RowId" = ?1""";
    private const string WriteAux = """UPDATE "LogRows" SET "Aux" = ?2 WHERE "RowId" = ?1""";

    public static void Add(WriteSession session, long instanceId, LogRow row)
    {
        var created = row.CreatedUtc == default ? TimeOf(session, instanceId) : row.CreatedUtc;
        session.Execute(
            InsertRow, instanceId, row.LogType, created, row.Message.Key, StoreJson.Write(row.Message.Arguments),
            row.ItemKey, row.AssetName, row.FileType, row.AssetId, StoreJson.Write(row.Aux));
    }

    /// <summary>Adds rows and what they count.</summary>
    public static JobCounters Add(WriteSession session, long instanceId, IReadOnlyList<LogRow> rows)
    {
        var counters = JobCounters.None;
        foreach (var row in rows)
        {
            Add(session, instanceId, row);
            counters += JobCounters.Of(row);
        }
        Count(session, instanceId, counters);
        return counters;
    }

    public static void Count(WriteSession session, long instanceId, JobCounters more)
    {
        if (more == JobCounters.None)
            return;
        session.Execute(
            AddCounters, instanceId, more.FileSuccess, more.FileError, more.FileWarning, more.FileDuplicate, more.FileUpdate,
            more.TotalFile, more.TransferSuccess, more.TransferError, more.TransferWarning, more.FatalError);
    }

    /// <summary>Adds a remark to the Begin row. False when there is none yet.</summary>
    public static bool RemarkOnBegin(WriteSession session, long instanceId, AuxEntry remark) =>
        Remark(session, session.Number(FirstRow, instanceId), remark);

    /// <summary>Adds a remark to the End row of an instance that has ended.</summary>
    public static bool RemarkOnEnd(WriteSession session, long instanceId, AuxEntry remark) =>
        Remark(session, session.Number(LastRow, instanceId), remark);

    public static bool HasRows(SqlSession session, long instanceId) => session.Number(FirstRow, instanceId) is not null;

    /// <summary>Time of the next row. A log is read by its times: a clock that was set back must not bring the End row before the Begin row.</summary>
    public static DateTimeOffset TimeOf(WriteSession session, long instanceId)
    {
        var now = session.UtcNow;
        return session.Number(LastTime, instanceId) is { } last && last > now.UtcTicks ? new DateTimeOffset(last, TimeSpan.Zero) : now;
    }

    private static bool Remark(WriteSession session, long? rowId, AuxEntry remark)
    {
        if (rowId is null)
            return false;
        var aux = StoreJson.ReadAux(session.Find(ReadAux, static r => r.IsDBNull(0) ? null : r.GetString(0), rowId));
        return session.Execute(WriteAux, rowId, StoreJson.Write([.. aux, remark])) == 1;
    }
}
