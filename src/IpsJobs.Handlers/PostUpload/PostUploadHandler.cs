using System.Globalization;
using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Submission;
using IpsJobs.Handlers.AutoSets;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.PostUpload;

/// <summary>Makes assets of the files that an upload session has received so far, and ends the job once no more can come.</summary>
public sealed class PostUploadHandler(IUploadSessionStore sessions, IJobQueries jobs, UploadStaging staging, FileIngest ingest, AutomaticSets sets)
    : IJobHandler
{
    private const string TimeOutKey = "#timeout";

    /// <inheritdoc/>
    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var settings = UploadSettings.Of((UploadPostJob)run.Block);
        await ingest.CompleteAsync(run, settings, cancellationToken);
        var work = new PostUploadWork(run, settings, staging, ingest);
        var done = run.DoneItems.Count;
        while (true)
        {
            var next = await sessions.NextAsync(run.Instance.InstanceId, cancellationToken);
            if (next == UploadNext.End)
                break;
            if (next == UploadNext.Wait)
                throw new JobRestsException(run.Instance.InstanceId);
            var pending = await sessions.ListPendingAsync(run.Instance.InstanceId, cancellationToken);
            if (next == UploadNext.Stop || run.StopRequested)
                await StopAsync(run, work, pending, cancellationToken);
            await work.DoAsync(pending, done, cancellationToken);
            done += pending.Count;
            if (work.Stopped)
                await StopAsync(run, work, await sessions.ListPendingAsync(run.Instance.InstanceId, cancellationToken), cancellationToken);
        }

        await FinishAsync(run, settings, cancellationToken);
    }

    private static async Task StopAsync(
        JobRun run, PostUploadWork work, IReadOnlyList<StagedUpload> pending, CancellationToken cancellationToken)
    {
        await work.CancelAsync(pending, cancellationToken);
        throw new JobStoppedException(run.Instance.InstanceId);
    }

    private async Task FinishAsync(JobRun run, UploadSettings settings, CancellationToken cancellationToken)
    {
        var id = run.Instance.InstanceId;
        if (await sessions.FindAsync(id, cancellationToken) is { State: UploadSessionState.TimedOut })
            await run.CommitAsync(new ItemCommit(id, TimeOutRow()), cancellationToken);
        var files = run.DoneItems.Count;
        await sets.MakeAsync(run, settings, folder: null, new UploadProgress(run, files, files), cancellationToken);
        var now = await jobs.FindInstanceAsync(id, cancellationToken) ?? run.Instance;
        await run.ShowTotalAsync(now.Counters.TotalFile, cancellationToken);
        new UploadProgress(run, now.Counters.TotalFile, now.Counters.TotalFile).Finish();
    }

    private static LogRow TimeOutRow()
    {
        var minutes = UploadSessions.Silence.TotalMinutes.ToString(CultureInfo.InvariantCulture);
        return new LogRow(LogTypes.UploadWarning, new LocalizedMessage("Log.Upload.SessionTimedOut", minutes)) { ItemKey = TimeOutKey };
    }
}
