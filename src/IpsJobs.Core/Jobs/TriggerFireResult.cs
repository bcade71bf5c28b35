namespace IpsJobs.Core.Jobs;

/// <summary>What a fire did.</summary>
/// <param name="Started">The new instance; null when the trigger is gone, paused, has moved on or is blocked by its own live instance.</param>
/// <param name="Trigger">The trigger afterwards; null when it is gone.</param>
public sealed record TriggerFireResult(JobInstance? Started, JobTrigger? Trigger);
