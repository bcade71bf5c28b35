using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Publishing;

/// <summary>A directory on a target that belongs to one company, and what is in use in it.</summary>
/// <param name="Plan">The target.</param>
/// <param name="Root">Absolute path.</param>
/// <param name="FindInUse">Finds the relative paths in use; called when the clean-up comes to the directory.</param>
public sealed record CleanupArea(TargetPlan Plan, string Root, Func<IReadOnlySet<string>> FindInUse)
{
    /// <summary>True where no server reads, so that what is not in use need not be kept for a while.</summary>
    public bool IsRemovedAtOnce { get; init; }

    /// <param name="plan">The target.</param>
    /// <param name="root">Path below the target.</param>
    /// <param name="inUse">Relative paths.</param>
    public static CleanupArea Of(TargetPlan plan, string root, IReadOnlySet<string> inUse) =>
        new(plan, new ConfinedRoot(plan.Server.Directory).Resolve(root), () => inUse);
}
