namespace IpsJobs.Core.Jobs;

/// <summary>What the end of an instance set free.</summary>
/// <param name="FollowOn">The stored follow-on, to be dispatched; null when there is none.</param>
/// <param name="PendingFire">The instance of a trigger that was blocked by the ended one, to be dispatched; null when there is none.</param>
public sealed record InstanceEndResult(JobInstance? FollowOn, JobInstance? PendingFire);
