using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Makes an asset of one received file: the same steps for every kind of upload.</summary>
/// <remarks>The file ends with exactly one row. A failure leaves nothing behind but that row.</remarks>
public sealed class FileIngest(AssetPlaces places, PicturePreparation pictures, AssetCommits commits)
{
    /// <summary>Brings the file in and commits its row.</summary>
    /// <exception cref="FatalJobException">The disk is full.</exception>
    public async Task<IngestResult> IngestAsync(JobRun run, IngestItem item, CancellationToken cancellationToken)
    {
        var path = item.Folder + item.FileName;
        try
        {
            return await IngestCoreAsync(run, item, cancellationToken);
        }
        catch (ImageUnreadableException unreadable)
        {
            return await RejectAsync(run, item, unreadable.Reason, cause: null, cancellationToken);
        }
        catch (IOException broken)
        {
            var cause = DiskFailure.CauseOf(broken);
            return await RejectAsync(run, item, new LocalizedMessage("Log.Upload.DiskError", path), cause, cancellationToken);
        }
        finally
        {
            File.Delete(item.StagedPath);
        }
    }

    private async Task<IngestResult> IngestCoreAsync(JobRun run, IngestItem item, CancellationToken cancellationToken)
    {
        var path = item.Folder + item.FileName;
        if (NameCheck.FindRefusal(run.Company, item.ItemKey, item.Folder, item.FileName) is { } refusal)
            return await CommitAsync(run, item, refusal, cancellationToken);
        if (item.Size == 0)
            return await RejectAsync(run, item, new LocalizedMessage("Log.Upload.Empty", path), cause: null, cancellationToken);
        var fileName = AssetNaming.Clean(item.FileName)!;
        return await StoreAsync(run, item, fileName, (FileClass.Known)NameCheck.Classify(run.Company, fileName), cancellationToken);
    }

    private async Task<IngestResult> StoreAsync(
        JobRun run, IngestItem item, string fileName, FileClass.Known byName, CancellationToken cancellationToken)
    {
        var extension = AssetNaming.Extension(fileName).ToLowerInvariant();
        var type = pictures.TypeOf(byName, extension, item.StagedPath);
        var request = new PlaceRequest(
            run.Company, type.NameSpace, new IncomingFile(item.Folder, fileName, type.AssetType), item.Settings.Overwrite);
        // The picture is made before the name is held: others must not wait for a name while a large file is decoded.
        var picture = await places.IsDuplicateAsync(request, cancellationToken)
            ? new PreparedPicture(type, Optimized: null, StagedPath: null, Warnings: [])
            : await pictures.PrepareAsync(run, type, extension, item.StagedPath, cancellationToken);
        try
        {
            using var place = await places.ClaimAsync(request, cancellationToken);
            if (place is null)
            {
                var busy = new LocalizedMessage("Log.Upload.NameBusy", request.Name);
                return await RejectAsync(run, item, busy, cause: null, cancellationToken);
            }
            var row = await commits.CommitAsync(run, new PlacedFile(item, request, place, picture), cancellationToken);
            return new IngestResult(row.LogType);
        }
        finally
        {
            if (picture.StagedPath is { } staged)
                File.Delete(staged);
        }
    }

    private static Task<IngestResult> RejectAsync(
        JobRun run, IngestItem item, LocalizedMessage reason, string? cause, CancellationToken cancellationToken) =>
        CommitAsync(run, item, UploadRows.Error(item.ItemKey, item.Folder + item.FileName, reason), cancellationToken, cause);

    private static async Task<IngestResult> CommitAsync(
        JobRun run, IngestItem item, LogRow row, CancellationToken cancellationToken, string? cause = null)
    {
        await run.CommitAsync(new ItemCommit(run.Instance.InstanceId, row) { Extra = item.Extra }, cancellationToken);
        return new IngestResult(row.LogType, cause);
    }
}
