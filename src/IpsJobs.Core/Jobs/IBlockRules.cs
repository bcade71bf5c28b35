namespace IpsJobs.Core.Jobs;

/// <summary>Checks the block of one job type when it is submitted, before anything is stored.</summary>
public interface IBlockRules
{
    /// <summary>Checks form, values and handles of the block.</summary>
    /// <returns>Lane and sub type of the job.</returns>
    /// <exception cref="Faults.RuleViolationException">30001 or 30002 with the path of the element, 20009, or 30000 for a missing publish target.</exception>
    ValueTask<BlockPlan> CheckAsync(BlockContext context, CancellationToken cancellationToken);
}
