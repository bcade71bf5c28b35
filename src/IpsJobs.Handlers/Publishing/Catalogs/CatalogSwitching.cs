using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Handlers.Publishing.Catalogs;

/// <summary>Puts new catalogs into force, target after target.</summary>
/// <remarks>Every target has its files before the first one changes its catalog, so that servers behind one name differ for moments only.</remarks>
public sealed class CatalogSwitching(ILogger<CatalogSwitching> logger)
{
    /// <summary>Applies the switch to every target; one that refuses keeps its old catalog and gets an error row.</summary>
    /// <returns>The plans of the targets that have the new catalog.</returns>
    /// <exception cref="FatalJobException">No target could be switched.</exception>
    public async Task<IReadOnlyList<TargetPlan>> SwitchAsync(
        JobRun run, PublishFamily family, IReadOnlyList<TargetPlan> plans, Func<TargetPlan, Task> apply, CancellationToken cancellationToken)
    {
        var switched = new List<TargetPlan>();
        foreach (var plan in plans)
            if (await TryAsync(plan, apply))
                switched.Add(plan);
        if (switched.Count == 0)
            throw new FatalJobException(new LocalizedMessage("Log.Fatal.CatalogNotReplaced"));
        foreach (var plan in plans.Except(switched))
            await new PublishRows(run, family).CommitOldCatalogAsync(plan.Server, cancellationToken);
        return switched;
    }

    private async Task<bool> TryAsync(TargetPlan plan, Func<TargetPlan, Task> apply)
    {
        try
        {
            await apply(plan);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning(failure, "The catalog on {Server} could not be replaced", plan.Server.Name);
            return false;
        }
    }
}
