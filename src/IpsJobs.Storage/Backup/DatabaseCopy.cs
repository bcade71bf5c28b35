using IpsJobs.Core.Files;
using IpsJobs.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace IpsJobs.Storage.Backup;

/// <summary>One committed state of the database: seen while nobody can commit, and written out afterwards while everybody can.</summary>
internal sealed class DatabaseCopy : IDisposable
{
    private const int LockSeconds = 60;
    private readonly SqliteConnection writer;
    private readonly SqliteConnection reader;
    private readonly DataFolder from;

    private DatabaseCopy(SqliteConnection writer, SqliteConnection reader, DataFolder from)
    {
        this.writer = writer;
        this.reader = reader;
        this.from = from;
    }

    /// <summary>Waits for the lock of the database and holds on to its state. Until <see cref="Release"/> all writers wait.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be opened, or others kept the lock for a minute.</exception>
    public static DatabaseCopy Hold(SqliteSource source, DataFolder from)
    {
        var copy = new DatabaseCopy(source.Open(), source.Open(), from);
        try
        {
            Run(copy.writer, $"PRAGMA busy_timeout = {LockSeconds * 1000}");
            Run(copy.writer, "BEGIN IMMEDIATE");
            // A transaction sees what is there at its first read, not at its beginning.
            Run(copy.reader, """BEGIN; SELECT count(*) FROM "Settings" """);
            return copy;
        }
        catch (SqliteException failure)
        {
            copy.Dispose();
            throw new StoreUnavailableException($"The database {from.Database} cannot be held still: {failure.Message}", failure);
        }
    }

    /// <summary>Lets the writers go on; the state that was seen stays.</summary>
    public void Release() => Run(writer, "ROLLBACK");

    /// <summary>Writes the state to a new file, which gets its name when it is whole.</summary>
    public void WriteTo(DataFolder to)
    {
        var unfinished = to.Database + ".unfinished";
        using (var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = unfinished, Pooling = false }.ToString()))
        {
            target.Open();
            reader.BackupDatabase(target);
            MakeMovable(target);
            Run(target, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        File.Move(unfinished, to.Database);
    }

    public void Dispose()
    {
        reader.Dispose();
        writer.Dispose();
    }

    // Data folders of earlier versions name their own publish targets in full; a server on the copy must not publish into the original.
    private void MakeMovable(SqliteConnection target)
    {
        using var command = target.CreateCommand();
        command.CommandText =
            """UPDATE "PublishServers" SET "Directory" = substr("Directory", ?2) WHERE substr("Directory", 1, ?2 - 1) = ?1""";
        var prefix = from.Root + Path.DirectorySeparatorChar;
        command.Parameters.Add(new SqliteParameter("?1", prefix));
        command.Parameters.Add(new SqliteParameter("?2", prefix.Length + 1));
        command.ExecuteNonQuery();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
