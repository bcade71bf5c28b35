using IpsJobs.Core.Files;
using IpsJobs.Storage.Sqlite;

namespace IpsJobs.Storage.Backup;

/// <summary>Ends a backup, in the copy: what was under way is taken back, and every row is asked for its file.</summary>
public sealed class BackupSettlement
{
    private const int MaxNamed = 5;
    private readonly DataFolder copy;
    private readonly ReadSessions reads;
    private readonly StoreRecovery recovery;

    internal BackupSettlement(DataFolder copy, ReadSessions reads, StoreRecovery recovery)
    {
        this.copy = copy;
        this.reads = reads;
        this.recovery = recovery;
    }

    /// <summary>Makes the copy one that stands by itself.</summary>
    /// <exception cref="IOException">Rows name files that the copy lacks. It has lost its database then, so that nobody takes it for a backup.</exception>
    public void Finish()
    {
        recovery.Apply();
        var missing = new AssetFiles(copy, reads).ListMissing().ToList();
        if (missing.Count == 0)
            return;
        reads.Dispose();
        File.Delete(copy.Database);
        throw new IOException(
            $"{missing.Count} files that the database names are missing or incomplete in the data folder, the first of them: "
            + string.Join(", ", missing.Take(MaxNamed)));
    }
}
