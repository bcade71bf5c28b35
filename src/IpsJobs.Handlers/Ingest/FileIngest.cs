using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Makes an asset of one received file, and then what is to be made of that asset: the same steps for every kind of upload.</summary>
/// <remarks>
/// The file ends with exactly one row; parts made of it have rows of their own. Further kinds of parts are added by registering an
/// <see cref="IByproductMaker"/>, drawings of files that are no pictures by an <see cref="IPictureRenderer"/>.
/// </remarks>
public sealed class FileIngest(FileStorage storage, ByproductRuns byproducts, ArchiveIngest archives)
{
    /// <summary>Brings the file in and commits its row, then makes its parts; of an archive that is to be unpacked, the files in it.</summary>
    /// <exception cref="FatalJobException">The disk is full.</exception>
    public Task<IngestResult> IngestAsync(JobRun run, IngestItem item, CancellationToken cancellationToken) =>
        ArchiveIngest.AppliesTo(run, item)
            ? archives.IngestAsync(run, item, (file, token) => IngestFileAsync(run, file, token), cancellationToken)
            : IngestFileAsync(run, item, cancellationToken);

    /// <summary>Makes what an interrupted run left unmade of the files it had finished; call it before the first file of a run.</summary>
    public Task CompleteAsync(JobRun run, UploadSettings settings, CancellationToken cancellationToken) =>
        byproducts.CompleteAsync(run, settings, cancellationToken);

    private async Task<IngestResult> IngestFileAsync(JobRun run, IngestItem item, CancellationToken cancellationToken)
    {
        var result = await storage.StoreGuardedAsync(run, item, cancellationToken);
        if (result is { AssetId: { } assetId, Content: { } content })
            await MakePartsAsync(run, item, assetId, content, result.LogType == LogTypes.FileUpdated, cancellationToken);
        return result;
    }

    // Most files have no parts: only a file that was replaced may have had some, and need not be looked up as well.
    private async Task MakePartsAsync(
        JobRun run, IngestItem item, long assetId, AssetContent content, bool isReplaced, CancellationToken cancellationToken)
    {
        if (isReplaced)
            await byproducts.RemoveForgottenAsync(run, assetId, content, item.Settings, cancellationToken);
        if (byproducts.AppliesTo(content, item.Settings))
            await byproducts.MakeAsync(run, assetId, item.ItemKey, item.Settings, cancellationToken);
    }
}
