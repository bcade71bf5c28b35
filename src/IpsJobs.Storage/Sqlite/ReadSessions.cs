using System.Collections.Concurrent;

namespace IpsJobs.Storage.Sqlite;

/// <summary>Open reading connections with their prepared statements, lent to one caller at a time.</summary>
internal sealed class ReadSessions(SqliteSource source) : IDisposable
{
    private const int MaxKept = 32;
    private readonly ConcurrentStack<SqlSession> idle = [];

    // Of its own, because every count of a concurrent collection stops all that use it.
    private int kept;
    private volatile bool disposed;

    /// <summary>Runs <paramref name="read"/>; what it reads is one committed state only within a single statement.</summary>
    public T Read<T>(Func<SqlSession, T> read)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var session = Take() ?? new SqlSession(source.Open());
        try
        {
            return read(session);
        }
        finally
        {
            Return(session);
        }
    }

    public void Dispose()
    {
        disposed = true;
        while (Take() is { } session)
            session.Dispose();
        source.ReleasePool();
    }

    private SqlSession? Take()
    {
        if (!idle.TryPop(out var session))
            return null;
        Interlocked.Decrement(ref kept);
        return session;
    }

    private void Return(SqlSession session)
    {
        if (Interlocked.Increment(ref kept) > MaxKept || disposed)
        {
            Interlocked.Decrement(ref kept);
            session.Dispose();
        }
        else
        {
            idle.Push(session);
        }
    }
}
