namespace IpsJobs.Core.Jobs;

/// <summary>Derives the outcome of an instance from its counters.</summary>
public static class JobOutcomes
{
    /// <summary>Fatal beats stopped, stopped beats errors, errors beat warnings.</summary>
    public static JobOutcome Of(JobCounters counters, bool stopped) => counters switch
    {
        { FatalError: true } => JobOutcome.Fatal,
        _ when stopped => JobOutcome.Stopped,
        { HasErrors: true } => JobOutcome.Error,
        { HasWarnings: true } => JobOutcome.Warning,
        _ => JobOutcome.Completed,
    };
}
