using IpsJobs.Core.Configuration;
using IpsJobs.Core.Files;
using IpsJobs.Storage.Files;
using IpsJobs.Storage.Sqlite;

namespace IpsJobs.Storage.Backup;

/// <summary>Copies a data folder so that rows and files of the copy belong together, while a service goes on working on the original.</summary>
/// <remarks>Most files are brought over first. Then commits are held for as long as it takes to compare names: what a file batch has
/// moved meanwhile has no row yet, and its undo folder, which comes along, tells how to take it back, as after a kill.</remarks>
public sealed class StoreBackup
{
    private readonly DataFolder from;
    private readonly SqliteSource source;
    private readonly ServerClock clock;
    private readonly DiskFlush flush;

    internal StoreBackup(DataFolder from, SqliteSource source, ServerClock clock, DiskFlush flush)
    {
        this.from = from;
        this.source = source;
        this.clock = clock;
        this.flush = flush;
    }

    /// <summary>Copies to a folder that is missing or empty. <see cref="BackupSettlement"/> finishes the copy.</summary>
    /// <param name="to">The copy.</param>
    /// <param name="linksAllowed">Whether files may get a second name instead of being copied.</param>
    /// <exception cref="IOException">The folder holds something, lies in the original, or its disk does not take the copy.</exception>
    /// <exception cref="StoreUnavailableException">The database cannot be read or held still.</exception>
    public BackupReport Copy(DataFolder to, bool linksAllowed)
    {
        Refuse(to);
        var files = new FolderCopy(from, to, linksAllowed);
        Directory.CreateDirectory(to.Root);
        BringStores(files);
        using var database = DatabaseCopy.Hold(source, from);
        var held = clock.Time.GetTimestamp();
        BringStaging(files);
        BringStores(files);
        // Again, because another item may have begun. What an item took back since is kept: its files may have come over before.
        BringStaging(files);
        database.Release();
        var waited = clock.Time.GetElapsedTime(held);
        BringFollowers(files);
        database.WriteTo(to);
        Flush(to);
        return new BackupReport(files.Count, new FileInfo(to.Database).Length, waited);
    }

    private void Refuse(DataFolder to)
    {
        if (Directory.Exists(to.Root) && Directory.EnumerateFileSystemEntries(to.Root).Any())
            throw new IOException($"{to.Root} is not empty; a backup goes to a new or an empty folder");
        if (to.Root == from.Root || to.Root.StartsWith(from.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new IOException($"{to.Root} lies in the data folder {from.Root}; a backup goes elsewhere");
    }

    private static void BringStores(FolderCopy files)
    {
        files.Bring("companies", path => !IsIncoming(path));
        files.Bring("exports", _ => true);
    }

    // Posted files that still wait, and the memory of what is being moved. All else in staging is made anew by the job that needs it.
    private static void BringStaging(FolderCopy files)
    {
        static bool IsWanted(string path) =>
            path.Split(Path.DirectorySeparatorChar) is not [_, var folder, not ".undo", ..] || folder.StartsWith("post-", StringComparison.Ordinal);
        files.Bring("staging", IsWanted, keepsGone: true);
    }

    // After the database: history and mails that it knows have their files, and a few more do no harm. Catalogs come before
    // what they name, which is how a publish writes them too, in the opposite order.
    private void BringFollowers(FolderCopy files)
    {
        files.Bring("publish", path => path.Split(Path.DirectorySeparatorChar) is [_, _] or [_, _, "catalog", ..]);
        files.Bring("publish", path => path.Split(Path.DirectorySeparatorChar) is not [_, _, "catalog", ..]);
        files.Bring("mail", _ => true);
        foreach (var company in Directory.EnumerateDirectories(Path.Combine(from.Root, "companies")))
            files.Bring(Path.Combine("companies", Path.GetFileName(company), "incoming"), _ => true, linked: false);
    }

    private static bool IsIncoming(string path) => path.Split(Path.DirectorySeparatorChar) is [_, _, "incoming", ..];

    private void Flush(DataFolder to) => flush.FlushNames(to.Root, [to.Database]);
}
