using System.Collections.Concurrent;

namespace IpsJobs.Storage.Sqlite;

/// <summary>Open reading connections with their prepared statements, lent to one caller at a time.</summary>
internal sealed class ReadSessions(SqliteSource source) : IDisposable
{
    private const int MaxKept = 32;
    private readonly ConcurrentBag<SqlSession> idle = [];
    private volatile bool disposed;

    /// <summary>Runs <paramref name="read"/>; what it reads is one committed state only within a single statement.</summary>
    public T Read<T>(Func<SqlSession, T> read)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var session = idle.TryTake(out var kept) ? kept : new SqlSession(source.Open());
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
        while (idle.TryTake(out var session))
            session.Dispose();
        source.ReleasePool();
    }

    private void Return(SqlSession session)
    {
        if (disposed || idle.Count >= MaxKept)
            session.Dispose();
        else
            idle.Add(session);
    }
}
