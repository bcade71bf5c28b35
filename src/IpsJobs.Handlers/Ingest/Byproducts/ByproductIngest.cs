using System.Security.Cryptography;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Commits the parts that makers produce, each with its own row and generation record.</summary>
public sealed class ByproductIngest(FileStorage storage, IAssetStore assets)
{
    /// <summary>Makes an asset of a part, or replaces the one that an earlier run made of it; a part that has its row is left alone.</summary>
    /// <returns>Id of the asset; null when the part failed.</returns>
    /// <exception cref="FatalJobException">The disk is full.</exception>
    public async Task<long?> IngestAsync(JobRun run, ByproductSource source, Byproduct part, CancellationToken cancellationToken)
    {
        var key = ItemKeys.OfPart(source.ItemKey, part.Engine, part.Key);
        var existing = await FindExistingAsync(source, part, cancellationToken);
        if (run.DoneItems.Contains(key))
        {
            Discard(part);
            return existing?.AssetId;
        }
        var item = await ItemOfAsync(key, source, part, existing, cancellationToken);
        return (await storage.StoreGuardedAsync(run, item, cancellationToken)).AssetId;
    }

    /// <summary>Gives a part that could not be produced its error row.</summary>
    public static async Task RejectAsync(
        JobRun run, ByproductSource source, Byproduct part, LocalizedMessage reason, CancellationToken cancellationToken)
    {
        var key = ItemKeys.OfPart(source.ItemKey, part.Engine, part.Key);
        var row = UploadRows.Error(key, part.Folder + part.FileName, reason);
        await run.CommitAsync(new ItemCommit(run.Instance.InstanceId, row) { Extra = new JobCounters { TotalFile = 1 } }, cancellationToken);
        Discard(part);
    }

    // A part that somebody put into the trash is made anew: its old asset stays there with its name.
    private async Task<StoredAsset?> FindExistingAsync(ByproductSource source, Byproduct part, CancellationToken cancellationToken)
    {
        var generated = await assets.ListGeneratedAsync(source.Asset.AssetId, cancellationToken);
        foreach (var other in generated.Where(g => g.Generation.Engine == part.Engine && g.Generation.Key == part.Key))
        {
            if (await assets.FindAsync(source.Asset.CompanyId, other.AssetId, cancellationToken) is { TrashState: TrashStates.NotInTrash } asset)
                return asset;
        }
        return null;
    }

    private static async Task<IngestItem> ItemOfAsync(
        string key, ByproductSource source, Byproduct part, StoredAsset? existing, CancellationToken cancellationToken) => new()
    {
        ItemKey = key,
        StagedPath = part.StagedPath ?? "",
        Folder = existing?.Content.Folder ?? part.Folder,
        FileName = existing?.Content.FileName ?? part.FileName,
        Size = part.StagedPath is { } staged ? new FileInfo(staged).Length : 0,
        Sha256 = await HashAsync(part.StagedPath, cancellationToken),
        Settings = source.Settings with { Options = part.Options, ReadyForPublish = source.Asset.ReadyForPublish, PreservePublishState = false },
        Extra = new JobCounters { TotalFile = 1 },
        Part = new GeneratedPart(part, source, existing),
    };

    private static async Task<byte[]> HashAsync(string? path, CancellationToken cancellationToken)
    {
        if (path is null)
            return SHA256.HashData([]);
        await using var file = File.OpenRead(path);
        return await SHA256.HashDataAsync(file, cancellationToken);
    }

    private static void Discard(Byproduct part)
    {
        if (part.StagedPath is { } staged)
            File.Delete(staged);
    }
}
