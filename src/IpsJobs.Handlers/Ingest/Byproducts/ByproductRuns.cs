using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Lets every maker make its parts of a committed source.</summary>
public sealed class ByproductRuns(IEnumerable<IByproductMaker> makers, IAssetStore assets, IItemQueries items, DataFolder data)
{
    private static readonly string[] SourceRows = [LogTypes.UploadSuccess, LogTypes.FileUpdated, LogTypes.ReoptimizeSuccess];

    private readonly IReadOnlyList<IByproductMaker> makers = [.. makers];

    /// <summary>Whether a file has parts; most have none, and need not be looked up again.</summary>
    internal bool AppliesTo(AssetContent content, UploadSettings settings) => makers.Any(m => m.AppliesTo(content, settings));

    /// <summary>Makes all parts of an asset.</summary>
    /// <param name="run">The job.</param>
    /// <param name="assetId">The source, committed.</param>
    /// <param name="itemKey">Key of the source's row.</param>
    /// <param name="settings">What the job says about its files.</param>
    /// <param name="cancellationToken">Leaves the rest to the next run.</param>
    public async Task MakeAsync(JobRun run, long assetId, string itemKey, UploadSettings settings, CancellationToken cancellationToken)
    {
        if (makers.Count == 0 || await assets.FindAsync(run.Company.CompanyId, assetId, cancellationToken) is not { } asset)
            return;
        var source = new ByproductSource(asset, itemKey, OriginalOf(run, asset), settings);
        foreach (var maker in makers.Where(m => m.AppliesTo(asset.Content, settings)))
        {
            var keys = await maker.MakeAsync(run, source, cancellationToken);
            await TrashAsync(run, assetId, part => part.Engine == maker.Engine && !keys.Contains(part.Key), cancellationToken);
        }
    }

    /// <summary>Puts into the trash what earlier jobs made of an asset and this one does not ask for: it shows a file that has been replaced.</summary>
    public async Task RemoveForgottenAsync(
        JobRun run, long assetId, AssetContent content, UploadSettings settings, CancellationToken cancellationToken)
    {
        var forgotten = makers.Where(m => !m.AppliesTo(content, settings)).Select(m => m.Engine).ToHashSet();
        if (forgotten.Count > 0)
            await TrashAsync(run, assetId, part => forgotten.Contains(part.Engine), cancellationToken);
    }

    /// <summary>Completes sources that an interrupted run had committed without all of their parts. Call it before the first item.</summary>
    public async Task CompleteAsync(JobRun run, UploadSettings settings, CancellationToken cancellationToken)
    {
        if (makers.Count == 0 || run.DoneItems.Count == 0 || run.Instance.Interruptions == 0)
            return;
        var done = await items.ListDoneAssetsAsync(run.Instance.InstanceId, cancellationToken);
        foreach (var item in done.Where(i => SourceRows.Contains(i.LogType) && !ItemKeys.IsPart(i.ItemKey)))
        {
            if (item.LogType == LogTypes.FileUpdated && await assets.FindAsync(run.Company.CompanyId, item.AssetId, cancellationToken) is { } asset)
                await RemoveForgottenAsync(run, item.AssetId, asset.Content, settings, cancellationToken);
            await MakeAsync(run, item.AssetId, item.ItemKey, settings, cancellationToken);
        }
    }

    private async Task TrashAsync(JobRun run, long assetId, Predicate<Generation> isSurplus, CancellationToken cancellationToken)
    {
        var generated = await assets.ListGeneratedAsync(assetId, cancellationToken);
        var surplus = generated.Where(g => isSurplus(g.Generation)).Select(g => g.AssetId).ToList();
        if (surplus.Count == 0)
            return;
        foreach (var asset in await assets.FindManyAsync(run.Company.CompanyId, surplus, cancellationToken))
        {
            if (asset.TrashState == TrashStates.NotInTrash)
                await run.CommitAsync(Trash(run, asset), cancellationToken);
        }
    }

    private static ItemCommit Trash(JobRun run, StoredAsset asset)
    {
        var row = new LogRow(LogTypes.TrashSuccess, new Core.Messages.LocalizedMessage("Log.Upload.PartSurplus", asset.Content.Folder + asset.Name))
        {
            AssetName = asset.Name,
            AssetId = asset.AssetId,
            FileType = LogFileTypes.NoType,
        };
        return new ItemCommit(run.Instance.InstanceId, row) { Asset = new TrashAsset(asset.AssetId, run.User.User.UserId) };
    }

    private string OriginalOf(JobRun run, StoredAsset asset) =>
        data.Original(run.Company.RootPath, asset.Content.Folder, asset.Content.FileName);
}
