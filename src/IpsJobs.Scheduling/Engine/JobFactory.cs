using Quartz;
using Quartz.Extensibility;

namespace IpsJobs.Scheduling.Engine;

/// <summary>Hands out the two jobs. They hold no state, so every fire may share them.</summary>
internal sealed class JobFactory(RunInstanceJob run, FireTriggerJob fire) : IJobFactory
{
    public ValueTask<JobScope> CreateJob(TriggerFiredBundle bundle, IScheduler scheduler, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new JobScope(bundle.JobDetail.Key.Equals(RunInstanceJob.Key) ? run : fire, null));

    public ValueTask ReturnJob(JobScope scope, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
