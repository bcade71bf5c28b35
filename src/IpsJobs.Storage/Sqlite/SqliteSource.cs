using System.Globalization;
using IpsJobs.Core.Files;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace IpsJobs.Storage.Sqlite;

/// <summary>Opens connections to the database file of the data folder.</summary>
internal sealed class SqliteSource(DataFolder data, IOptions<StorageOptions> options)
{
    // The library counts what it allocates under a lock that all connections share, and nobody asks for the counts. It can be told so
    // only before the first connection of the process; afterwards it refuses, which does no harm.
    static SqliteSource()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    /// <summary>For EF: pooled, and able to create the file.</summary>
    public string PooledConnectionString { get; } = Text(data, options.Value, pooling: true, SqliteOpenMode.ReadWriteCreate);

    private readonly string ownConnectionString = Text(data, options.Value, pooling: false, SqliteOpenMode.ReadWrite);

    /// <summary>A connection of one's own, kept open by whoever asked; the file must exist.</summary>
    /// <exception cref="StoreUnavailableException">The file cannot be opened.</exception>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(ownConnectionString);
        try
        {
            connection.Open();
            Run(connection, Pragmas(options.Value));
            return connection;
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw new StoreUnavailableException($"The database {data.Database} cannot be opened: {failure.Message}", failure);
        }
    }

    /// <summary>Closes what the pool of EF's connections keeps open.</summary>
    public void ReleasePool()
    {
        using var connection = new SqliteConnection(PooledConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static string Text(DataFolder data, StorageOptions options, bool pooling, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = data.Database,
        Mode = mode,
        Pooling = pooling,
        DefaultTimeout = (int)Math.Ceiling(options.BusyTimeout.TotalSeconds),
    }.ToString();

    // A power cut must not take an acknowledged job: FULL syncs the log at every commit. The size limit cuts the
    // log file back after a long read has kept it from being reset. A log of 8 MB is copied into the database at once,
    // because pages that many commits change are copied once then.
    private static string Pragmas(StorageOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        PRAGMA busy_timeout = {(int)options.BusyTimeout.TotalMilliseconds};
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA journal_size_limit = 67108864;
        PRAGMA wal_autocheckpoint = 2048;
        """);

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
