using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace IpsJobs.Benchmarks.Submit;

/// <summary>One connection, one thread, one row per synced commit: what the disk allows without grouping.</summary>
internal static class RawWriter
{
    public static double CommitsPerSecond(TimeSpan duration)
    {
        var folder = Directory.CreateTempSubdirectory("ipsjobs-bench-raw-");
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "raw.db")};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE Jobs (Id INTEGER PRIMARY KEY, Name TEXT, Block BLOB)");
        using var insert = connection.CreateCommand();
        insert.CommandText = "BEGIN IMMEDIATE; INSERT INTO Jobs (Name, Block) VALUES ('My Test Job', $block); COMMIT";
        insert.Parameters.AddWithValue("$block", new byte[256]);
        var clock = Stopwatch.StartNew();
        var count = 0;
        while (clock.Elapsed < duration)
        {
            insert.ExecuteNonQuery();
            count++;
        }

        var rate = count / clock.Elapsed.TotalSeconds;
        connection.Close();
        folder.Delete(recursive: true);
        return rate;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
