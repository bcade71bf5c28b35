namespace IpsJobs.Core.Jobs;

/// <summary>How an instance ended; names go into notification headers, see <see cref="JobOutcomes"/>.</summary>
public enum JobOutcome
{
    /// <summary>Every item done without warning.</summary>
    Completed = 0,

    /// <summary>Done, with warnings.</summary>
    Warning = 1,

    /// <summary>Done, with errors of single items.</summary>
    Error = 2,

    /// <summary>Ended early because somebody asked for it.</summary>
    Stopped = 3,

    /// <summary>Ended early by a fatal error.</summary>
    Fatal = 4,
}
