using IpsJobs.Core.Files;
using IpsJobs.Storage.Edits;
using IpsJobs.Storage.Files;
using IpsJobs.Storage.Sqlite;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Storage;

/// <summary>Takes back what a killed process had begun: files that are in place without their rows.</summary>
/// <remarks>For the start of the service only, before any job runs; an offline command must not touch what a running service moves.</remarks>
public sealed class StoreRecovery
{
    private const string DoneKeys = """SELECT "ItemKey" FROM "LogRows" WHERE "InstanceId" = ?1 AND "ItemKey" IS NOT NULL""";
    private readonly DataFolder data;
    private readonly ReadSessions reads;
    private readonly RelocationRecovery relocations;
    private readonly ILogger<StoreRecovery> logger;

    internal StoreRecovery(DataFolder data, ReadSessions reads, RelocationRecovery relocations, ILogger<StoreRecovery> logger)
    {
        this.data = data;
        this.reads = reads;
        this.relocations = relocations;
        this.logger = logger;
    }

    /// <summary>Puts every place back for which no row was written. Doing it again does no harm.</summary>
    /// <exception cref="IOException">A file could not be put back.</exception>
    public void Apply()
    {
        relocations.Apply();
        foreach (var staging in Directory.EnumerateDirectories(data.Staging))
        {
            if (long.TryParse(Path.GetFileName(staging), out var instanceId))
                Settle(instanceId, FreshPlaces.ListOf(data, UndoFolder.RootIn(staging)), UndoFolder.ListOf(data, staging));
        }
    }

    // Free places first: what lay in a place before comes back after the file that took it is gone.
    private void Settle(long instanceId, IReadOnlyList<FreshPlaces> fresh, IReadOnlyList<UndoFolder> old)
    {
        if (fresh.Count == 0 && old.Count == 0)
            return;
        var done = reads.Read(s => s.List(DoneKeys, static r => UndoFolder.NameOf(r.GetString(0)), instanceId)).ToHashSet();
        var freed = fresh.Count(f => f.Settle(done.Contains));
        var begun = old.Where(o => !done.Contains(o.Name)).ToList();
        foreach (var item in begun)
            item.Restore();
        foreach (var item in old.Except(begun))
            item.Forget();
        if (freed + begun.Count > 0)
            logger.LogInformation("Files of instance {InstanceId} that had no row yet were put back", instanceId);
    }
}
