using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Looks at a file, finds its place and commits it; the file ends with exactly one row.</summary>
/// <remarks>A failure leaves nothing behind but that row.</remarks>
public sealed class FileStorage(AssetPlaces places, PicturePreparation pictures, FileMetadata metadata, AssetCommits commits)
{
    /// <summary>Brings the file in; whatever is wrong with it becomes its row.</summary>
    /// <exception cref="FatalJobException">The disk is full.</exception>
    internal async Task<IngestResult> StoreGuardedAsync(JobRun run, IngestItem item, CancellationToken cancellationToken)
    {
        var path = item.Folder + item.FileName;
        IngestResult? result = null;
        try
        {
            return result = await StoreAsync(run, item, cancellationToken);
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
            // One that became an asset is in its place; to look for it would cost every small file a good part of its time.
            if (item.StagedPath.Length > 0 && result?.AssetId is null)
                File.Delete(item.StagedPath);
        }
    }

    private async Task<IngestResult> StoreAsync(JobRun run, IngestItem item, CancellationToken cancellationToken)
    {
        if (item.Part is { } part)
            return await StorePartAsync(run, item, part, cancellationToken);
        var path = item.Folder + item.FileName;
        if (NameCheck.FindRefusal(run.Company, item.ItemKey, item.Folder, item.FileName) is { } refusal)
            return await CommitAsync(run, item, refusal, cancellationToken);
        if (item.Size == 0)
            return await RejectAsync(run, item, new LocalizedMessage("Log.Upload.Empty", path), cause: null, cancellationToken);
        var fileName = AssetNaming.Clean(item.FileName)!;
        return await StoreAsync(run, item, fileName, (FileClass.Known)NameCheck.Classify(run.Company, fileName), cancellationToken);
    }

    private async Task<IngestResult> StorePartAsync(JobRun run, IngestItem item, GeneratedPart part, CancellationToken cancellationToken)
    {
        if (AssetNaming.Clean(item.FileName) is not { } fileName)
            return await RejectAsync(run, item, new LocalizedMessage("Log.Upload.NoName", item.FileName), cause: null, cancellationToken);
        var type = part.Byproduct.Type ?? (FileClass.Known)NameCheck.Classify(run.Company, fileName);
        return await StoreAsync(run, item, fileName, type, cancellationToken);
    }

    private async Task<IngestResult> StoreAsync(
        JobRun run, IngestItem item, string fileName, FileClass.Known byName, CancellationToken cancellationToken)
    {
        var extension = AssetNaming.Extension(fileName).ToLowerInvariant();
        var type = item.Part is null ? pictures.TypeOf(byName, extension, item.StagedPath, item.Settings.Options) : byName;
        var request = new PlaceRequest(
            run.Company, type.NameSpace, new IncomingFile(item.Folder, fileName, type.AssetType), item.Settings.Overwrite) { Part = item.Part };
        // The picture is made before the name is held: others must not wait for a name while a large file is decoded.
        var picture = item.StagedPath.Length > 0 && pictures.HasPicture(type, extension, item.Settings.Options)
            ? await PrepareAsync(run, item, request, type, extension, cancellationToken)
            : PreparedPicture.None(type);
        try
        {
            picture = await metadata.ReadAsync(run, item, picture, cancellationToken);
            return await PlaceAsync(run, item, request, picture, cancellationToken);
        }
        finally
        {
            picture.Dispose();
        }
    }

    private async Task<PreparedPicture> PrepareAsync(
        JobRun run, IngestItem item, PlaceRequest request, FileClass.Known type, string extension, CancellationToken cancellationToken)
    {
        var expected = await places.ExpectAsync(request, cancellationToken);
        return expected.Decision is OverwriteDecision.SkipDuplicate
            ? PreparedPicture.None(type)
            : await pictures.PrepareAsync(run, PictureOrder.Of(item, type, extension, expected), cancellationToken);
    }

    private async Task<IngestResult> PlaceAsync(
        JobRun run, IngestItem item, PlaceRequest request, PreparedPicture picture, CancellationToken cancellationToken)
    {
        using var place = await places.ClaimAsync(request, cancellationToken);
        if (place is null)
        {
            var busy = new LocalizedMessage("Log.Upload.NameBusy", request.Name);
            return await RejectAsync(run, item, busy, cause: null, cancellationToken);
        }
        return await commits.CommitAsync(run, new PlacedFile(item, request, place, picture), cancellationToken);
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
