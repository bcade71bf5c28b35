using Quartz;

namespace IpsJobs.Scheduling.Engine;

/// <summary>Fires the trigger whose id the alarm carries.</summary>
internal sealed class FireTriggerJob(Func<long, Task> fire) : IJob
{
    public static readonly JobKey Key = new("fire-trigger");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await fire(JobData.IdOf(context));
}
