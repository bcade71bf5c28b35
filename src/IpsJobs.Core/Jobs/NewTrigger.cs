namespace IpsJobs.Core.Jobs;

/// <summary>A scheduled job to be stored in state <see cref="TriggerState.Normal"/>.</summary>
/// <param name="Definition">What every fire starts.</param>
/// <param name="ExecSchedule">Schedule exactly as given; null for one time.</param>
/// <param name="NextFireUtc">First fire time.</param>
public sealed record NewTrigger(JobDefinition Definition, string? ExecSchedule, DateTimeOffset NextFireUtc);
