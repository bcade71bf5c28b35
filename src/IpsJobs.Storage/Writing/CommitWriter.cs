using IpsJobs.Core.Configuration;
using IpsJobs.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpsJobs.Storage.Writing;

/// <summary>The one writer: what arrives while the last commit runs shares the next one, and every caller is answered after it.</summary>
/// <remarks>An operation that fails is undone alone and fails its caller only. Operations check before they write, so most failures
/// leave nothing to undo; when one has written, the batch is rolled back and run again with a savepoint around each operation.</remarks>
internal sealed class CommitWriter : IAsyncDisposable, IDisposable
{
    private readonly BatchThread<WriteOperation> thread;
    private readonly SqliteSource source;
    private readonly ServerClock clock;
    private readonly ILogger<CommitWriter> logger;
    private WriteSession? session;

    public CommitWriter(SqliteSource source, ServerClock clock, IOptions<StorageOptions> options, ILogger<CommitWriter> logger)
    {
        this.source = source;
        this.clock = clock;
        this.logger = logger;
        thread = new BatchThread<WriteOperation>("ips-writer", options.Value.MaxBatch, options.Value.QueueLength, CommitBatch);
    }

    /// <summary>Runs <paramref name="work"/> on the writer's thread and returns once its effects are on disk.</summary>
    /// <param name="work">Synchronous, and safe to run a second time after a rollback.</param>
    /// <param name="cancellationToken">Counts until the work begins.</param>
    /// <exception cref="StoreUnavailableException">The database cannot be written; nothing was stored.</exception>
    public async Task<T> RunAsync<T>(Func<WriteSession, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var operation = new WriteOperation<T>(work, cancellationToken);
        await thread.AddAsync(operation, cancellationToken).ConfigureAwait(false);
        return await operation.Answer.ConfigureAwait(false);
    }

    /// <summary>As the other form, for work without a result.</summary>
    public Task RunAsync(Action<WriteSession> work, CancellationToken cancellationToken) =>
        RunAsync(
            s =>
            {
                work(s);
                return true;
            },
            cancellationToken);

    /// <summary>Commits what has arrived, and closes the database.</summary>
    public async ValueTask DisposeAsync()
    {
        await thread.DisposeAsync().ConfigureAwait(false);
        session?.Dispose();
        session = null;
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    // Outermost loop: whatever goes wrong with a batch is told to its callers, and the next one starts on a new connection.
    private void CommitBatch(IReadOnlyList<WriteOperation> batch)
    {
        try
        {
            session ??= OpenSession();
            if (!TryCommit(session, batch, guarded: false))
                TryCommit(session, batch, guarded: true);
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "A commit of {Operations} operations failed", batch.Count);
            session?.Dispose();
            session = null;
            var reason = failure as StoreUnavailableException
                ?? new StoreUnavailableException($"The database cannot be written: {failure.Message}", failure);
            foreach (var operation in batch)
                operation.Fail(operation.Failure is OperationCanceledException canceled ? canceled : reason);
        }
    }

    // What a commit changes must fit into the cache, or pages are written to the log once more for each time they change. What a
    // single statement has changed is kept for the case that it fails: in a file, every row of an asset would cost twenty writes.
    private WriteSession OpenSession()
    {
        var opened = new WriteSession(source.Open(), clock);
        opened.Execute("PRAGMA cache_size = -16384");
        opened.Execute("PRAGMA temp_store = MEMORY");
        return opened;
    }

    // False, with everything rolled back, when an unguarded operation failed after it had written.
    private static bool TryCommit(WriteSession session, IReadOnlyList<WriteOperation> batch, bool guarded)
    {
        session.Begin();
        foreach (var operation in batch)
        {
            if (guarded)
                RunGuarded(session, operation);
            else if (!RunUnguarded(session, operation))
                return false;
        }
        session.Commit();
        foreach (var operation in batch)
            operation.Complete();
        return true;
    }

    private static bool RunUnguarded(WriteSession session, WriteOperation operation)
    {
        var before = session.TotalChanges;
        if (operation.TryRun(session))
            return true;
        ThrowIfStoreFailed(session, operation.Failure);
        if (session.TotalChanges == before)
            return true;
        session.Rollback();
        return false;
    }

    private static void RunGuarded(WriteSession session, WriteOperation operation)
    {
        var mark = session.Mark();
        if (operation.TryRun(session))
        {
            session.Forget();
            return;
        }
        ThrowIfStoreFailed(session, operation.Failure);
        session.UndoTo(mark);
    }

    private static void ThrowIfStoreFailed(WriteSession session, Exception? failure)
    {
        if (!session.InTransaction || (failure is SqliteException database && IsFailureOfTheStore(database)))
            throw new StoreUnavailableException($"The database cannot be written: {failure?.Message}", failure);
    }

    // Result codes of SQLite that concern the file or the machine, not the statement.
    private static bool IsFailureOfTheStore(SqliteException failure) => failure.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED or SQLitePCL.raw.SQLITE_NOMEM => true,
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_CORRUPT => true,
        SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_NOTADB => true,
        _ => false,
    };
}
