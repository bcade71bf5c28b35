using IpsJobs.Core.Jobs;

namespace IpsJobs.Storage.Sqlite;

/// <summary>A trigger with what only the store knows of it.</summary>
/// <param name="Trigger">The trigger.</param>
/// <param name="BlockId">Row of its job block, shared with the instances it starts.</param>
/// <param name="PendingFireUtc">Planned time of the fire that waits for its own instance; null for none.</param>
internal sealed record StoredTrigger(JobTrigger Trigger, long BlockId, DateTimeOffset? PendingFireUtc);
