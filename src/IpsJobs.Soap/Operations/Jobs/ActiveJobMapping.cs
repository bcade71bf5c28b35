using IpsJobs.Contracts;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Shows a live instance the way the API does.</summary>
internal sealed class ActiveJobMapping(ProgressBoard board, IMessageRenderer renderer, JobBlockEcho echo)
{
    private const int BytesPerUnit = 1024;

    private static readonly LocalizedMessage Waiting = new("Progress.WaitingForOtherJobs");

    public async ValueTask<ActiveJob> ToContractAsync(JobInstance instance, OperationCall call, CancellationToken cancellationToken)
    {
        var definition = instance.Definition;
        var began = instance.StartUtc ?? instance.CreatedUtc;
        var progress = board.Find(instance.InstanceId);
        var message = Message(instance, progress, call);
        var job = new ActiveJob
        {
            CompanyHandle = new CompanyHandle(definition.CompanyId).ToString(call.Handles),
            JobHandle = instance.Handle.ToString(call.Handles),
            Name = instance.InstanceName,
            OriginalName = definition.OriginalName,
            Type = definition.JobType,
            State = instance.State.ToString(),
            SubmitUserEmail = definition.SubmitUserEmail,
            Locale = definition.Locale,
            Description = definition.Description,
            ServerName = instance.ServerName,
            StartDate = began.UtcDateTime,
            TriggerTime = instance.TriggerTimeUtc.UtcDateTime,
            TotalSize = Units(progress?.TotalBytes ?? 0),
            Progress = progress?.Percent ?? 0,
            ProgressMessage = message,
            LastProgressUpdate = (progress?.UpdatedUtc ?? began).UtcDateTime,
            TaskProgressArray = Tasks(progress, message),
        };
        if (await echo.ReadAsync(definition, call.Dialect, cancellationToken) is { } block)
            JobBlocks.Attach(job, block);
        return job;
    }

    private string Message(JobInstance instance, JobProgress? progress, OperationCall call)
    {
        var message = progress?.Message
            ?? (instance.State is InstanceState.New or InstanceState.WaitingCoordinator ? Waiting : null);
        return message is null ? "" : renderer.Render(message, call.Request.Locale);
    }

    // KiB begun count, so that a small job does not look as if its size were unknown.
    private static int Units(long bytes) => (int)Math.Min(int.MaxValue, (bytes / BytesPerUnit) + (bytes % BytesPerUnit > 0 ? 1 : 0));

    private static TaskProgressArray Tasks(JobProgress? progress, string message)
    {
        var array = new TaskProgressArray();
        foreach (var task in progress?.Tasks ?? [])
            array.Items.Add(Task(task, message));
        return array;
    }

    private static TaskProgress Task(TaskMonitor task, string message)
    {
        var items = new TaskItemProgressArray();
        foreach (var name in task.InWork)
        {
            items.Items.Add(new TaskItemProgress
            {
                ItemName = name,
                Progress = 0.0,
                ProgressMessage = message,
                LastProgressUpdate = task.UpdatedUtc.UtcDateTime,
            });
        }

        return new TaskProgress
        {
            TaskType = task.TaskType,
            TaskState = task.TaskState,
            NumProcessed = task.Processed,
            NumProcessing = task.InWork.Count,
            NumPending = task.Pending,
            Progress = task.Progress,
            ProgressMessage = message,
            LastProgressUpdate = task.UpdatedUtc.UtcDateTime,
            TaskItemProgressArray = items,
        };
    }
}
