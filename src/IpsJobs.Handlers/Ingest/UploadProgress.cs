using System.Globalization;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Shows how far an upload is: 80 % are its files, the rest are sets and the end.</summary>
/// <param name="run">The run that shows it.</param>
/// <param name="total">Files of the job as far as they are known.</param>
/// <param name="done">Files of them that were done before.</param>
public sealed class UploadProgress(JobRun run, int total, int done = 0)
{
    private const int FilesPercent = 80;
    private const int BeforeEndPercent = 90;

    // Every file twice would be too much when hundreds of small ones are in work.
    private const int FewInWork = 16;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Lock gate = new();
    private readonly List<string> inWork = [];
    private int processed = done;
    private DateTimeOffset shown;

    /// <summary>A file is taken on.</summary>
    /// <param name="path">Folder path and file name.</param>
    public void Begin(string path)
    {
        lock (gate)
        {
            inWork.Add(path);
            ReportWork();
        }
    }

    /// <summary>A file has its row, or had it before this run.</summary>
    public void End(string path)
    {
        lock (gate)
        {
            inWork.Remove(path);
            processed++;
            ReportWork();
        }
    }

    /// <summary>All files are done, and their sets are being made.</summary>
    /// <param name="done">Sets that have their row.</param>
    /// <param name="all">Sets of the job.</param>
    /// <param name="inWork">Name of the one in work.</param>
    public void ShowSets(int done, int all, string inWork)
    {
        lock (gate)
        {
            var percent = FilesPercent + ((BeforeEndPercent - FilesPercent) * done / all);
            var sets = new TaskMonitor(TaskTypes.AutoSet, TaskStates.Processing, done, all - done - 1, [inWork], run.UtcNow);
            Report(Files(TaskStates.Done), sets, percent);
        }
    }

    /// <summary>All files are done.</summary>
    public void Finish()
    {
        lock (gate)
            Report(TaskStates.Done, BeforeEndPercent);
    }

    private int Percent => total == 0 ? 0 : FilesPercent * processed / total;

    private void ReportWork()
    {
        if (inWork.Count > FewInWork && run.UtcNow - shown < Pause)
            return;
        shown = run.UtcNow;
        Report(run.StopRequested ? TaskStates.Stopping : TaskStates.Processing, Percent);
    }

    private void Report(string state, int percent)
    {
        var sets = new TaskMonitor(TaskTypes.AutoSet, state == TaskStates.Done ? state : TaskStates.New, 0, 0, [], run.UtcNow);
        Report(Files(state), sets, percent);
    }

    private void Report(TaskMonitor files, TaskMonitor sets, int percent) =>
        run.Report(percent, new LocalizedMessage("Progress.Upload", Text(processed), Text(total)), tasks: [files, sets]);

    private TaskMonitor Files(string state) =>
        new(TaskTypes.Upload, state, processed, total - processed - inWork.Count, [.. inWork], run.UtcNow);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
