using IpsJobs.Contracts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Schedules;

namespace IpsJobs.Core.Submission;

/// <summary>At most one of execTime and execSchedule; none of them, or a time that has passed, means now.</summary>
public static class RunTimeRule
{
    // A schedule denser than this would only pile up fires: no job type does useful work in less time.
    private static readonly TimeSpan FinestRhythm = TimeSpan.FromSeconds(10);

    /// <exception cref="RuleViolationException">30001: both given, unreadable schedule, one that never fires or fires too often.</exception>
    public static RunTime Check(SubmitJobParam param, ServerClock clock)
    {
        // Clients send empty elements to mean "now"; a fault here would lock them out.
        var scheduled = !string.IsNullOrWhiteSpace(param.ExecSchedule);
        if (scheduled && param.ExecTime is not null)
            throw Violations.OnlyOneOf("execTime, execSchedule");
        return scheduled ? Recurring(param.ExecSchedule!, clock) : Once(param.ExecTime, clock);
    }

    private static RunTime Once(DateTime? execTime, ServerClock clock)
    {
        DateTimeOffset? at = execTime is { } time ? clock.ToInstant(time) : null;
        return new RunTime(at > clock.UtcNow ? at : null, Schedule: null);
    }

    private static RunTime Recurring(string raw, ServerClock clock)
    {
        var now = clock.UtcNow;
        var schedule = Parse(raw);
        if (schedule.NextAfter(now, clock.Zone) is not { } first)
            throw Violations.ScheduleNeverFires(raw);
        if (schedule.FiresDenserThan(FinestRhythm, now, clock.Zone))
            throw Violations.ScheduleTooDense(raw);
        return new RunTime(first, schedule);
    }

    private static ExecSchedule Parse(string raw)
    {
        try
        {
            return ExecSchedule.Parse(raw);
        }
        catch (ScheduleFormatException malformed)
        {
            throw Violations.InvalidSchedule(raw, malformed.Reason);
        }
    }
}
