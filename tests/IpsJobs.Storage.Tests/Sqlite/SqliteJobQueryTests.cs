using IpsJobs.Storage.Tests.Queries;

namespace IpsJobs.Storage.Tests.Sqlite;

/// <summary>The suite on a SQLite file.</summary>
public sealed class SqliteJobQueryTests : JobQuerySuite
{
    protected override IReadOnlyDictionary<string, string?> Settings => SqliteSettings.Values;

    // The database and its log as they lie on the disk while the service still runs.
    protected override string CopyAsAKillWouldLeaveIt()
    {
        var copy = Path.Combine(Folder, "copy");
        Directory.CreateDirectory(copy);
        foreach (var file in new[] { "ips.db", "ips.db-wal" })
            File.Copy(Path.Combine(Folder, file), Path.Combine(copy, file));
        return copy;
    }
}
