using System.Globalization;
using System.Text;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using Microsoft.Data.Sqlite;

namespace IpsJobs.Benchmarks.Queries;

/// <summary>Fills a migrated database with years of jobs, at the speed that the disk allows.</summary>
internal sealed class QueryData(string database, int instances)
{
    public const int Companies = 200;

    /// <summary>Rows of an ordinary log.</summary>
    public const int RowsPerLog = 9;

    /// <summary>Rows of the one long log that every company has: with it the rows are ten times the instances.</summary>
    public int LongLog => instances / Companies;

    /// <summary>Live instances of each company.</summary>
    public const int LivePerCompany = 20;

    private const long Second = TimeSpan.TicksPerSecond;
    private static readonly long Begin = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    private const string InsertInstance =
        """
        INSERT INTO "Instances" ("InstanceName", "State", "CreatedUtc", "TriggerTimeUtc", "StartUtc", "EndUtc", "ServerName", "Interruptions",
        "Outcome", "LogType", "FileSuccess", "FileError", "FileWarning", "FileDuplicate", "FileUpdate", "TotalFile", "TransferSuccess",
        "TransferError", "TransferWarning", "FatalError", "CompanyId", "OriginalName", "JobType", "JobSubType", "BlockElement", "BlockId",
        "LaneKey", "SubmitUserId", "SubmitUserEmail", "CallerUserId", "Locale", "Description", "NameNumber")
        VALUES ($name, $state, $at, $at, $at, $end, 'worker-1', 0, $outcome, 'BeginUploadUrls', 5, 0, 1, 0, 1, 6, 6, 0, 0, 0, $company,
        $original, 'UrlUpload', '', 'uploadUrlsJob', $block, $lane, 1, 'bench@example.com', 1, 'en-US', 'Pictures of the day', 0)
        """;

    private const string InsertBlock = """INSERT INTO "JobBlocks" ("Xml") VALUES ($xml)""";

    private const string InsertRow =
        """
        INSERT INTO "LogRows" ("InstanceId", "LogType", "CreatedUtc", "MessageKey", "Arguments", "ItemKey", "AssetName", "FileType", "AssetId")
        VALUES ($instance, $type, $at, 'Log.Upload.Processed', $arguments, $key, $name, 'MasterImage', $asset)
        """;

    private static readonly byte[] Block = Encoding.UTF8.GetBytes(
        """
        <uploadUrlsJob xmlns="http://www.scene7.com/IpsApi/xsd/2014-04-03"><urlArray><items><sourceUrl>http://pictures.example.com/a.jpg</sourceUrl>
        <destPath>Bench/a.jpg</destPath></items></urlArray><overwrite>true</overwrite><readyForPublish>true</readyForPublish>
        <createMask>false</createMask><emailSetting>None</emailSetting></uploadUrlsJob>
        """);

    public bool Exists => File.Exists(database);

    /// <summary>Takes away what <see cref="AddLive"/> of an earlier run left, because a server would begin to work on it at its start.</summary>
    public void RemoveLive()
    {
        using var connection = Open("PRAGMA busy_timeout = 10000;");
        Run(connection, """DELETE FROM "Instances" WHERE "State" < 6;""");
    }

    /// <summary>Ended instances of every company in turn, each with its log, and a long log per company at the end.</summary>
    public void AddEnded()
    {
        using var connection = Open("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;");
        using var transaction = connection.BeginTransaction();
        using var instance = Prepare(connection, InsertInstance);
        using var block = Prepare(connection, InsertBlock);
        using var row = Prepare(connection, InsertRow);
        for (var i = 0; i < instances; i++)
        {
            var isLong = i >= instances - Companies;
            var id = AddInstance(instance, block, i, InstanceState.Done);
            AddRows(row, id, i, isLong ? LongLog : RowsPerLog);
        }
        transaction.Commit();
        Run(connection, "PRAGMA wal_checkpoint(TRUNCATE); ANALYZE;");
    }

    /// <summary>Instances at work; added once the server runs, because it would begin to work on what it finds at its start.</summary>
    public void AddLive()
    {
        using var connection = Open("PRAGMA busy_timeout = 10000;");
        using var transaction = connection.BeginTransaction();
        using var instance = Prepare(connection, InsertInstance);
        using var block = Prepare(connection, InsertBlock);
        for (var i = 0; i < Companies * LivePerCompany; i++)
            AddInstance(instance, block, instances + i, InstanceState.Running);
        transaction.Commit();
    }

    private static long AddInstance(SqliteCommand insert, SqliteCommand block, int number, InstanceState state)
    {
        Set(block, "$xml", Block);
        block.ExecuteNonQuery();
        var ended = state == InstanceState.Done;
        var at = Begin + (number * 60 * Second);
        var company = (number % Companies) + 1;
        var original = string.Create(CultureInfo.InvariantCulture, $"Job {number / Companies % 500}");
        Set(insert, "$name", string.Create(CultureInfo.InvariantCulture, $"{original}_2024-01-01-00:00:00.{number}"));
        Set(insert, "$state", (int)state);
        Set(insert, "$at", at);
        Set(insert, "$end", ended ? at + (30 * Second) : DBNull.Value);
        Set(insert, "$outcome", ended ? 1 : DBNull.Value);
        Set(insert, "$company", company);
        Set(insert, "$original", original);
        Set(insert, "$block", LastId(insert.Connection!));
        Set(insert, "$lane", string.Create(CultureInfo.InvariantCulture, $"{company}/upload"));
        insert.ExecuteNonQuery();
        return LastId(insert.Connection!);
    }

    private static void AddRows(SqliteCommand insert, long instanceId, int number, int rows)
    {
        for (var r = 0; r < rows; r++)
        {
            var isFile = r > 2 && r < rows - 1;
            var name = string.Create(CultureInfo.InvariantCulture, $"picture-{r}.jpg");
            Set(insert, "$instance", instanceId);
            Set(insert, "$type", isFile ? LogTypes.UploadSuccess : LogTypes.JobClient);
            Set(insert, "$at", Begin + (number * 60 * Second) + (r * TimeSpan.TicksPerMillisecond));
            Set(insert, "$arguments", $"[\"Bench/{name}\"]");
            Set(insert, "$key", isFile ? r.ToString(CultureInfo.InvariantCulture) : DBNull.Value);
            Set(insert, "$name", isFile ? name : DBNull.Value);
            Set(insert, "$asset", isFile ? ((long)number * RowsPerLog) + r : DBNull.Value);
            insert.ExecuteNonQuery();
        }
    }

    private SqliteConnection Open(string pragmas)
    {
        var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        Run(connection, pragmas);
        return connection;
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in sql.Split([' ', ',', '(', ')', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(w => w[0] == '$').Distinct())
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static void Set(SqliteCommand command, string name, object value) => command.Parameters[name].Value = value;

    private static long LastId(SqliteConnection connection) => SQLitePCL.raw.sqlite3_last_insert_rowid(connection.Handle);

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
