using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Documents;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.RipPdfs;

/// <summary>Draws the pages of stored documents again.</summary>
/// <remarks>The document itself has a row too: an error row when it cannot be read, otherwise that of an updated file.</remarks>
public sealed class RipPdfsHandler(ReworkRuns runs) : IJobHandler
{
    /// <inheritdoc/>
    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var job = (RipPdfsJob)run.Block;
        var settings = UploadSettings.Of(job);
        var work = new ReworkJob
        {
            Handles = job.PdfHandleArray,
            Settings = settings,
            OptionsOf = stored => Options(settings.Options, stored),
            DoneRow = LogTypes.FileUpdated,
            FailedRow = LogTypes.PdfRipError,
            Remark = RemarkOn,
        };
        (await runs.RunAsync(run, work, cancellationToken)).Finish();
    }

    // Absent blocks mean what they mean for an upload. Blocks that this job cannot have are those stored with the document.
    private static UploadOptionBlocks Options(UploadOptionBlocks asked, UploadOptionBlocks stored) =>
        asked with { UnsharpMask = stored.UnsharpMask, Photoshop = stored.Photoshop, Media = stored.Media };

    private static string? RemarkOn(StoredAsset asset, UploadOptionBlocks options) =>
        DocumentPlan.Find(asset.Content.Type, options) is { IsActive: true } ? null : "Log.Rip.NothingAsked";
}
