using Quartz;

namespace IpsJobs.Scheduling.Engine;

/// <summary>Runs the instance whose id the alarm carries.</summary>
internal sealed class RunInstanceJob(Func<long, Task> run) : IJob
{
    public static readonly JobKey Key = new("run-instance");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await run(JobData.IdOf(context));
}
