using IpsJobs.Core.Configuration;
using IpsJobs.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IpsJobs.Storage.Writing;

/// <summary>The writer's connection while a transaction is open.</summary>
internal sealed class WriteSession(SqliteConnection connection, ServerClock clock) : SqlSession(connection)
{
    private readonly List<Action> afterCommit = [];

    /// <summary>Time of the operation.</summary>
    public DateTimeOffset UtcNow => clock.UtcNow;

    public TimeZoneInfo Zone => clock.Zone;

    /// <summary>False when an error made the database give up the transaction by itself.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(Connection.Handle) == 0;

    /// <summary>Rows changed since the connection was opened; tells whether an operation has written.</summary>
    public int TotalChanges => raw.sqlite3_total_changes(Connection.Handle);

    /// <summary>Runs an INSERT of one row.</summary>
    /// <returns>Its id.</returns>
    public long Insert(string sql, params ReadOnlySpan<object?> values)
    {
        Execute(sql, values);
        return LastId;
    }

    public long LastId => raw.sqlite3_last_insert_rowid(Connection.Handle);

    /// <summary>Has something done once the transaction is durable, before the callers are answered. It must be quick and not throw.</summary>
    public void AfterCommit(Action action) => afterCommit.Add(action);

    public void Begin()
    {
        afterCommit.Clear();
        Execute("BEGIN IMMEDIATE");
    }

    public void Commit()
    {
        Execute("COMMIT");
        foreach (var action in afterCommit)
            action();
        afterCommit.Clear();
    }

    public void Rollback()
    {
        afterCommit.Clear();
        if (InTransaction)
            Execute("ROLLBACK");
    }

    /// <returns>A mark for <see cref="UndoTo"/>.</returns>
    public int Mark()
    {
        Execute("SAVEPOINT operation");
        return afterCommit.Count;
    }

    public void Forget() => Execute("RELEASE operation");

    public void UndoTo(int mark)
    {
        Execute("ROLLBACK TO operation");
        Execute("RELEASE operation");
        afterCommit.RemoveRange(mark, afterCommit.Count - mark);
    }
}
