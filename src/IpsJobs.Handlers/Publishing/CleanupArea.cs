namespace IpsJobs.Handlers.Publishing;

/// <summary>A directory on a target that belongs to one company, and what is in use in it.</summary>
/// <param name="Plan">The target.</param>
/// <param name="Root">Absolute path.</param>
/// <param name="FindInUse">Finds the relative paths in use; called when the clean-up comes to the directory.</param>
public sealed record CleanupArea(TargetPlan Plan, string Root, Func<IReadOnlySet<string>> FindInUse);
