using IpsJobs.Core.Jobs;

namespace IpsJobs.Soap.Tests.Fakes;

/// <summary>A job type whose blocks are always right and that never runs.</summary>
internal sealed class AnyBlock : IBlockRules, IJobHandler
{
    public ValueTask<BlockPlan> CheckAsync(BlockContext context, CancellationToken cancellationToken) => new(new BlockPlan("47/upload"));

    public Task RunAsync(JobRun run, CancellationToken cancellationToken) => throw new NotSupportedException();
}
