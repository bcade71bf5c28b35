using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Core.Tests.Jobs;

/// <summary>An image serving publish whose work the test writes.</summary>
public sealed class ScriptedJobType : IJobHandler, IBlockRules, IServiceProvider
{
    public static JobTypeInfo Info { get; } = new(
        JobTypes.ImageServingPublish, "imageServingPublishJob", LogTypes.BeginImageServingPublish, LogTypes.EndImageServingPublish);

    public Func<JobRun, Task> Work { get; set; } = _ => Task.CompletedTask;

    public Action<BlockContext> Check { get; set; } = _ => { };

    /// <summary>The registry asks a container for handler and rules; this is both.</summary>
    public object? GetService(Type serviceType) => serviceType == typeof(ScriptedJobType) ? this : null;

    public Task RunAsync(JobRun run, CancellationToken cancellationToken) => Work(run);

    public ValueTask<BlockPlan> CheckAsync(BlockContext context, CancellationToken cancellationToken)
    {
        Check(context);
        return new ValueTask<BlockPlan>(new BlockPlan(Lanes.Publish(context.Company.CompanyId, 1), JobSubTypes.Full));
    }
}
