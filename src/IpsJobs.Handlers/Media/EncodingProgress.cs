using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Media;

/// <summary>Shows the encodings of a job in a task monitor that all of its videos share.</summary>
internal sealed class EncodingProgress
{
    private readonly JobRun run;

    /// <param name="run">The job.</param>
    /// <param name="count">Encodings of one video, none of them begun.</param>
    public EncodingProgress(JobRun run, int count)
    {
        this.run = run;
        Change(task => task with { Pending = task.Pending + count });
    }

    /// <summary>Shows an encoding as in work until it has ended in whatever way.</summary>
    public async Task<long?> ShowAsync(string path, Func<Task<long?>> encode)
    {
        Change(task => task with { Pending = task.Pending - 1, InWork = [.. task.InWork, path] });
        try
        {
            return await encode();
        }
        finally
        {
            Change(task => task with { Processed = task.Processed + 1, InWork = Without(task.InWork, path) });
        }
    }

    private void Change(Func<TaskMonitor, TaskMonitor> change) => run.ReportTask(
        TaskTypes.Video,
        task =>
        {
            var changed = change(task ?? new TaskMonitor(TaskTypes.Video, TaskStates.New, 0, 0, [], run.UtcNow));
            return changed with { TaskState = StateOf(changed), UpdatedUtc = run.UtcNow };
        });

    private string StateOf(TaskMonitor task)
    {
        if (task.InWork.Count == 0 && task.Pending == 0)
            return TaskStates.Done;
        return run.StopRequested ? TaskStates.Stopping : TaskStates.Processing;
    }

    private static List<string> Without(IReadOnlyList<string> paths, string path)
    {
        var left = paths.ToList();
        left.Remove(path);
        return left;
    }
}
