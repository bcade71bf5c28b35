using IpsJobs.Core.Schedules;

namespace IpsJobs.Core.Submission;

/// <summary>When a submitted job runs.</summary>
/// <param name="FirstFireUtc">First fire time; null means at once.</param>
/// <param name="Schedule">The schedule of a recurring job; null for one time.</param>
public sealed record RunTime(DateTimeOffset? FirstFireUtc, ExecSchedule? Schedule)
{
    public bool IsNow => FirstFireUtc is null;
}
