using System.Globalization;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.OptimizeImages;

/// <summary>Makes the optimised files that images lack, with the options stored with each image.</summary>
public sealed class OptimizeImagesHandler(IAssetStore assets, IImageOptimizer optimizer, PicturePreparation pictures, DataFolder data) : IJobHandler
{
    // All assets are listed whatever their marks, so no context is meant.
    private const int AnyContext = 0;

    /// <inheritdoc/>
    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var candidates = new List<StoredAsset>();
        await foreach (var asset in assets.ListForPublishAsync(run.Company.CompanyId, AnyContext, all: true, cancellationToken))
        {
            if (run.DoneItems.Contains(KeyOf(asset)) || NeedsWork(run, asset))
                candidates.Add(asset);
        }
        await run.SetTotalAsync(candidates.Count, cancellationToken);
        foreach (var asset in candidates.Where(a => !run.DoneItems.Contains(KeyOf(a))))
        {
            run.Checkpoint();
            await OptimizeAsync(run, asset, cancellationToken);
        }
    }

    // A file that is older than its original shows what the original was before.
    private bool NeedsWork(JobRun run, StoredAsset asset)
    {
        if (asset.Content.Type is not (AssetTypes.Image or AssetTypes.PsdTemplate))
            return false;
        if (asset.Content.Optimized is not { } optimized)
            return true;
        var path = data.Optimized(run.Company.RootPath).Resolve(optimized.Path);
        var original = OriginalOf(run, asset);
        return !optimizer.IsReadable(path)
            || (File.Exists(original) && File.GetLastWriteTimeUtc(path) < File.GetLastWriteTimeUtc(original));
    }

    private async Task OptimizeAsync(JobRun run, StoredAsset asset, CancellationToken cancellationToken)
    {
        try
        {
            using var picture = await pictures.PrepareAsync(run, OrderOf(run, asset), cancellationToken);
            await run.CommitAsync(await DoneAsync(run, asset, picture, cancellationToken), cancellationToken);
        }
        catch (ImageUnreadableException unreadable)
        {
            await FailAsync(run, asset, unreadable.Reason, cancellationToken);
        }
        catch (IOException broken)
        {
            _ = DiskFailure.CauseOf(broken);
            await FailAsync(run, asset, new LocalizedMessage("Log.Upload.DiskError", PathOf(asset)), cancellationToken);
        }
    }

    private PictureOrder OrderOf(JobRun run, StoredAsset asset)
    {
        var extension = AssetNaming.Extension(asset.Content.FileName).ToLowerInvariant();
        var type = new FileClass.Known(asset.Content.Type, LogFileTypes.OptimizedImage, asset.NameSpace);
        return new PictureOrder(type, extension, OriginalOf(run, asset), StoredOptions.Read(asset.Content.Details.Options))
        {
            StoredCrop = asset.Content.Details.Crop,
        };
    }

    private async Task<ItemCommit> DoneAsync(JobRun run, StoredAsset asset, PreparedPicture picture, CancellationToken cancellationToken)
    {
        var content = asset.Content with
        {
            Optimized = picture.Optimized,
            Words = await assets.FindWordsAsync(asset.AssetId, cancellationToken),
            Details = asset.Content.Details with { Mask = picture.Mask ?? asset.Content.Details.Mask, Crop = picture.Crop },
        };
        var row = Row(LogTypes.ReoptimizeSuccess, asset, new LocalizedMessage("Log.Reoptimize.Done", PathOf(asset))) with { Aux = picture.Warnings };
        return new ItemCommit(run.Instance.InstanceId, row)
        {
            Files = [.. PictureMoves.Of(data, run.Company.RootPath, picture)],
            Asset = new ReplaceAsset(asset.AssetId, ReadyForPublish: null, content, run.User.User.UserId) { KeepsPlace = true },
        };
    }

    private static async Task FailAsync(JobRun run, StoredAsset asset, LocalizedMessage reason, CancellationToken cancellationToken) =>
        await run.CommitAsync(new ItemCommit(run.Instance.InstanceId, Row(LogTypes.ReoptimizeFailure, asset, reason)), cancellationToken);

    private static LogRow Row(string logType, StoredAsset asset, LocalizedMessage message) => new(logType, message)
    {
        ItemKey = KeyOf(asset),
        AssetName = asset.Name,
        AssetId = asset.AssetId,
        FileType = LogFileTypes.OptimizedImage,
    };

    private static string KeyOf(StoredAsset asset) => string.Create(CultureInfo.InvariantCulture, $"asset {asset.AssetId}");

    private static string PathOf(StoredAsset asset) => asset.Content.Folder + asset.Content.FileName;

    private string OriginalOf(JobRun run, StoredAsset asset) =>
        data.Original(run.Company.RootPath, asset.Content.Folder, asset.Content.FileName);
}
