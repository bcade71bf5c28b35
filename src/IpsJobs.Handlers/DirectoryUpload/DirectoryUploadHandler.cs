using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.AutoSets;
using IpsJobs.Handlers.Ingest;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>Takes the new and changed files of a directory of the server and makes assets of them.</summary>
public sealed class DirectoryUploadHandler(DataFolder data, IUploadLedger ledger, FileIngest ingest, AutomaticSets sets, MetadataLines metadata, IOptions<DirectoryUploadOptions> options)
    : IJobHandler
{
    /// <inheritdoc/>
    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var job = (UploadDirectoryJob)run.Block;
        var directory = DirectoryOf(run, job);
        var taken = await ledger.ListAsync(run.Company.CompanyId, directory.Path, cancellationToken);
        var incoming = new IncomingFiles(run, directory.Incoming, taken, options.Value);
        var found = WalkOf(run, job, directory, incoming).Collect();
        var metadataFiles = job.ProcessMetadataFiles == true ? found.Where(f => MetadataFile.IsOne(directory.Incoming, f)).ToList() : [];
        var files = found.Except(metadataFiles).ToList();
        var total = files.Count(f => f.Counts) + DoneBefore(run.Instance.Counters);
        await run.SetTotalAsync(total, RemarksOf(run, job), cancellationToken);
        await ingest.CompleteAsync(run, UploadSettings.Of(job), cancellationToken);
        var progress = new UploadProgress(run, total, DoneBefore(run.Instance.Counters));
        await TakeAsync(run, job, directory, incoming, files, progress, cancellationToken);
        await ApplyMetadataAsync(run, directory, incoming, metadataFiles, cancellationToken);
        await sets.MakeAsync(run, UploadSettings.Of(job), SetFolderOf(run, job), progress, cancellationToken);
        progress.Finish();
    }

    private async Task TakeAsync(
        JobRun run, UploadDirectoryJob job, ServerDirectory directory, IncomingFiles incoming, List<SourceFile> files,
        UploadProgress progress, CancellationToken cancellationToken)
    {
        using var work = new DirectoryUploadWork(
            run, UploadSettings.Of(job), directory.Incoming, incoming, ingest, progress, options.Value.Copiers);
        await Parallel.ForEachAsync(
            files.GroupBy(f => f.Name, StringComparer.Ordinal),
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.Batch, CancellationToken = cancellationToken },
            async (sameName, token) =>
            {
                foreach (var file in sameName)
                    await work.DoAsync(file, token);
            });
        if (work.Stopped)
            throw new JobStoppedException(run.Instance.InstanceId);
    }

    // Last, so that they find the assets of the same run.
    private async Task ApplyMetadataAsync(
        JobRun run, ServerDirectory directory, IncomingFiles incoming, List<SourceFile> files, CancellationToken cancellationToken)
    {
        var work = new MetadataWork(run, directory.Incoming, incoming, metadata);
        foreach (var file in files)
            await work.DoAsync(file, cancellationToken);
        if (work.Stopped)
            throw new JobStoppedException(run.Instance.InstanceId);
    }

    private ServerDirectory DirectoryOf(JobRun run, UploadDirectoryJob job) =>
        ServerDirectory.TryNormalize(run.Company.RootPath, job.ServerDir, out var path)
            ? new ServerDirectory(data.Incoming(run.Company.RootPath), path)
            : throw new PathEscapeException(job.ServerDir ?? "");

    private static IncomingWalk WalkOf(JobRun run, UploadDirectoryJob job, ServerDirectory directory, IncomingFiles incoming) =>
        FolderPaths.Find(run.Company.RootPath, job.DestFolder) is { } folder
            ? new IncomingWalk(run, directory, folder, job.IncludeSubfolders == true, incoming)
            : throw new PathEscapeException(job.DestFolder ?? "");

    private static string? SetFolderOf(JobRun run, UploadDirectoryJob job) =>
        string.IsNullOrWhiteSpace(job.DestFolder) ? null : FolderPaths.Find(run.Company.RootPath, job.DestFolder);

    // Nothing asked for is dropped in silence.
    private static IReadOnlyList<AuxEntry> RemarksOf(JobRun run, UploadDirectoryJob job) =>
    [
        .. string.IsNullOrEmpty(job.XmpTemplateId) ? Array.Empty<AuxEntry>() : [run.Warning("Log.Upload.OptionNotApplied", "xmpTemplateId")],
    ];

    // What earlier runs of the instance have done is in its total, whether or not its source is still there.
    private static int DoneBefore(JobCounters counters) =>
        counters.FileSuccess + counters.FileUpdate + counters.FileDuplicate + counters.FileError;
}
