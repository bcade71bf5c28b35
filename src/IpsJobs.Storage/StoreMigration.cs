using IpsJobs.Core.Configuration;
using IpsJobs.Core.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Storage;

/// <summary>Makes the data folder ready: its layout, the database and its newest schema. To be run before anything else is used.</summary>
public sealed class StoreMigration
{
    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(100);
    private readonly IDbContextFactory<IpsDbContext> contexts;
    private readonly DataFolder data;
    private readonly ServerClock clock;
    private readonly ILogger<StoreMigration> logger;

    internal StoreMigration(
        IDbContextFactory<IpsDbContext> contexts, DataFolder data, ServerClock clock, ILogger<StoreMigration> logger)
    {
        this.contexts = contexts;
        this.data = data;
        this.clock = clock;
        this.logger = logger;
    }

    /// <summary>Creates what is missing and brings the schema up to date; does nothing when it is. Several processes may call it at once.</summary>
    /// <exception cref="StoreUnavailableException">The folder or the database cannot be used; the message says why.</exception>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        CreateLayout();
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            // Deleted or restored files must not be answered for by connections that knew the old one.
            await PrepareFileAsync(db, cancellationToken).ConfigureAwait(false);
            RefuseNewer(db, await db.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false));
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken).ConfigureAwait(false)).Any())
                await MigrateAsync(db, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException failure)
        {
            throw new StoreUnavailableException(Explain(failure), failure);
        }
    }

    private static async Task PrepareFileAsync(IpsDbContext db, CancellationToken cancellationToken)
    {
        // Write-ahead logging is a property of the file; asking for it also reads the file's header. The second
        // statement proves that the file can be written.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken).ConfigureAwait(false);
        await db.Database.ExecuteSqlRawAsync("BEGIN IMMEDIATE; COMMIT", cancellationToken).ConfigureAwait(false);
    }

    private void RefuseNewer(IpsDbContext db, IEnumerable<string> applied)
    {
        var unknown = applied.Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
            throw new StoreUnavailableException(
                $"The database {data.Database} was made by a newer version of this program ({unknown[^1]}); use that version");
    }

    // EF's own lock is a row that a killed process leaves behind, and the next one would wait for it for ever. A lock on a
    // file ends with its process, so under it that row can be cleared away.
    private async Task MigrateAsync(IpsDbContext db, CancellationToken cancellationToken)
    {
        await using var held = await LockAsync(cancellationToken).ConfigureAwait(false);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken).ConfigureAwait(false);
        await db.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
        logger.LogInformation("The database {Database} has the newest schema", data.Database);
    }

    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        var path = data.Database + ".migrating";
        var begun = clock.Time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (clock.Time.GetElapsedTime(begun) < LockWait)
            {
                await Task.Delay(LockPause, clock.Time, cancellationToken).ConfigureAwait(false);
            }
            catch (IOException failure)
            {
                throw new StoreUnavailableException($"Another process is still changing the schema of {data.Database}", failure);
            }
        }
    }

    private void CreateLayout()
    {
        try
        {
            foreach (var folder in new[] { "", "companies", "staging", "publish", "exports", "mail", "logs" })
                Directory.CreateDirectory(Path.Combine(data.Root, folder));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The data folder {data.Root} cannot be created: {failure.Message}", failure);
        }
    }

    private string Explain(SqliteException failure) => failure.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT =>
            $"The database {data.Database} is damaged or no database of this program ({failure.Message}); restore it from a backup",
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM =>
            $"The database {data.Database} cannot be written by this user ({failure.Message}); check the owner of file and folder",
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
            $"The database {data.Database} is locked by another process ({failure.Message})",
        SQLitePCL.raw.SQLITE_FULL => $"The disk that holds {data.Database} is full",
        _ => $"The database {data.Database} cannot be used: {failure.Message}",
    };
}
