namespace IpsJobs.Core.Jobs;

/// <summary>A trigger's time has come.</summary>
/// <param name="TriggerId">The trigger.</param>
/// <param name="PlannedUtc">The fire time it was armed for; a trigger that has moved on meanwhile ignores the fire.</param>
/// <param name="NextFireUtc">The fire time after this one; null removes the trigger in the same commit.</param>
public sealed record TriggerFire(long TriggerId, DateTimeOffset PlannedUtc, DateTimeOffset? NextFireUtc);
