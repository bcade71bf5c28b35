using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Makes the picture of a stored original anew, then its parts; name, folder and the original itself stay.</summary>
/// <remarks>The asset ends with exactly one row; parts have rows of their own.</remarks>
public sealed class AssetRework(
    IAssetStore assets,
    NameHolds holds,
    PicturePreparation pictures,
    FileMetadata metadata,
    ProjectLinks projects,
    ByproductRuns byproducts,
    ReworkSources sources,
    DataFolder data)
{
    // An upload that replaces the file meanwhile is rare; one that does so again and again is somebody else's loop.
    private const int Attempts = 3;

    /// <returns>What broke outside the file, for <see cref="FailureStreak"/>; null otherwise.</returns>
    /// <exception cref="FatalJobException">The disk is full.</exception>
    internal async Task<string?> ReworkAsync(JobRun run, ReworkJob job, ReworkItem item, CancellationToken cancellationToken)
    {
        try
        {
            if (await RefuseOrRenewAsync(run, job, item, cancellationToken) is { } refusal)
                await FailAsync(run, job, item, refusal, cancellationToken);
            else
                await byproducts.MakeAsync(run, item.AssetId, item.Key, job.SettingsFor(item.Asset!), cancellationToken);
            return null;
        }
        catch (ImageUnreadableException unreadable)
        {
            await FailAsync(run, job, item, unreadable.Reason, cancellationToken);
            return null;
        }
        catch (IOException broken)
        {
            var cause = DiskFailure.CauseOf(broken);
            await FailAsync(run, job, item, new LocalizedMessage("Log.Upload.DiskError", item.Path), cancellationToken);
            return cause;
        }
    }

    /// <summary>Makes the parts that an interrupted run left unmade of an asset it had finished.</summary>
    internal Task CompleteAsync(JobRun run, ReworkJob job, ReworkItem item, CancellationToken cancellationToken) => item.Asset is { } asset
        ? byproducts.MakeAsync(run, item.AssetId, item.Key, job.SettingsFor(asset), cancellationToken)
        : Task.CompletedTask;

    private async Task<LocalizedMessage?> RefuseOrRenewAsync(JobRun run, ReworkJob job, ReworkItem item, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (sources.FindRefusal(run, item) is { } refusal)
                return refusal;
            using var picture = await PrepareAsync(run, job, item.Asset!, cancellationToken);
            if (picture.Failure is { } failure)
                return failure;
            using var held = await holds.TakeAsync(run.Company.CompanyId, item.Asset!.NameSpace, item.Asset.Name, cancellationToken);
            var now = await assets.FindAsync(run.Company.CompanyId, item.AssetId, cancellationToken);
            if (held is not null && IsSame(item.Asset, now))
            {
                await run.CommitAsync(await DoneAsync(run, job, item with { Asset = now }, picture, cancellationToken), cancellationToken);
                return null;
            }
            item = item with { Asset = now };
        }
        return new LocalizedMessage("Log.Upload.NameBusy", item.Asset?.Name ?? item.Key);
    }

    // The picture must not be that of a file which an upload has replaced while it was made.
    private static bool IsSame(StoredAsset before, StoredAsset? now) =>
        now is { TrashState: TrashStates.NotInTrash }
        && now.Content.Folder == before.Content.Folder
        && now.Content.FileName == before.Content.FileName
        && now.Content.Sha256.AsSpan().SequenceEqual(before.Content.Sha256);

    private async Task<PreparedPicture> PrepareAsync(JobRun run, ReworkJob job, StoredAsset asset, CancellationToken cancellationToken)
    {
        var settings = job.SettingsFor(asset);
        var original = sources.OriginalOf(run, asset);
        var extension = AssetNaming.Extension(asset.Content.FileName).ToLowerInvariant();
        var order = new PictureOrder(TypeOf(run, asset, extension, original, settings.Options), extension, original, settings.Options)
        {
            StoredCrop = settings.PreserveCrop ? asset.Content.Details.Crop : null,
            IsPart = await assets.FindGenerationAsync(asset.AssetId, cancellationToken) is not null,
        };
        // A mask that is kept must fit the picture that is made now, so it is cut from the same path again.
        if (asset.Content.Details.Mask is not null)
            order = order with { Options = order.Options with { CreateMask = true } };
        var picture = await pictures.PrepareAsync(run, order, cancellationToken);
        // What was generated here says nothing of itself.
        return order.IsPart ? FileMetadata.Silent(picture) : await DescribeAsync(run, original, picture, cancellationToken);
    }

    private async Task<PreparedPicture> DescribeAsync(JobRun run, string original, PreparedPicture picture, CancellationToken cancellationToken)
    {
        try
        {
            return await metadata.ReadAsync(run, original, picture, cancellationToken);
        }
        catch
        {
            picture.Dispose();
            throw;
        }
    }

    // The options decide whether a psd is a template; nothing else may lead an asset into the other name space.
    private FileClass.Known TypeOf(JobRun run, StoredAsset asset, string extension, string original, UploadOptionBlocks options) =>
        NameCheck.Classify(run.Company, asset.Content.FileName) is FileClass.Known known
            && pictures.TypeOf(known, extension, original, options) is { } type
            && type.NameSpace == asset.NameSpace
            ? type
            : new FileClass.Known(asset.Content.Type, LogFileTypes.NoType, asset.NameSpace);

    private async Task<ItemCommit> DoneAsync(
        JobRun run, ReworkJob job, ReworkItem item, PreparedPicture picture, CancellationToken cancellationToken)
    {
        var asset = item.Asset!;
        var settings = job.SettingsFor(asset);
        var links = await projects.FindAsync(run, settings.Projects, cancellationToken);
        var content = asset.Content with
        {
            Type = picture.Type.AssetType,
            Optimized = picture.Optimized,
            Words = FileMetadata.WordsOf(picture) ?? await assets.FindWordsAsync(asset.AssetId, cancellationToken),
            Keywords = picture.Metadata.Keywords,
            Metadata = picture.Metadata.Fields,
            ProjectIds = links.Ids,
            Details = Details(asset.Content.Details, picture, settings.Options),
        };
        var remark = job.Remark(asset, settings.Options) is { } key ? new[] { run.Warning(key) } : [];
        return new ItemCommit(run.Instance.InstanceId, Row(job.DoneRow, item, new LocalizedMessage("Log.Rework.Done", item.Path), picture.Type.LogFileType) with
        {
            Aux = [.. remark, .. picture.Warnings, .. links.Warnings],
        })
        {
            Files = [.. PictureMoves.Of(data, run.Company.RootPath, picture)],
            Asset = new ReplaceAsset(asset.AssetId, job.Mark, content, run.User.User.UserId) { KeepsPlace = true },
        };
    }

    private static AssetDetails Details(AssetDetails known, PreparedPicture picture, UploadOptionBlocks options) => known with
    {
        Mask = options.CreateMask == true || picture.Mask is not null ? picture.Mask : known.Mask,
        Crop = picture.Crop,
        Options = StoredOptions.Write(options),
        Facts = new Dictionary<string, string>([.. known.Facts.Where(f => !picture.Facts.ContainsKey(f.Key)), .. picture.Facts]),
    };

    private static Task<long?> FailAsync(JobRun run, ReworkJob job, ReworkItem item, LocalizedMessage reason, CancellationToken cancellationToken) =>
        run.CommitAsync(new ItemCommit(run.Instance.InstanceId, Row(job.FailedRow, item, reason, LogFileTypes.NoType)), cancellationToken);

    private static LogRow Row(string logType, ReworkItem item, LocalizedMessage message, string fileType) => new(logType, message)
    {
        ItemKey = item.Key,
        AssetName = item.Asset?.Name ?? "",
        AssetId = item.Asset?.AssetId,
        FileType = fileType,
    };
}
