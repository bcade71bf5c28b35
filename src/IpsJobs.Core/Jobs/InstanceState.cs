namespace IpsJobs.Core.Jobs;

/// <summary>States of one run of a job; names are the API's. Everything below <see cref="Done"/> is alive.</summary>
/// <remarks>The numbers are stored and ordered: queries ask for <c>State &lt; Done</c>.</remarks>
public enum InstanceState
{
    /// <summary>The worker has not reported for five minutes.</summary>
    Unknown = 0,

    /// <summary>Created, not yet admitted to a lane.</summary>
    New = 1,

    /// <summary>An HTTP POST upload without a request in progress.</summary>
    WaitingClient = 2,

    /// <summary>Queued because the lane or all workers are busy.</summary>
    WaitingCoordinator = 3,

    /// <summary>At work.</summary>
    Running = 4,

    /// <summary>A stop was asked for; work goes on to the next checkpoint.</summary>
    Stopping = 5,

    /// <summary>Ended; the log is complete.</summary>
    Done = 6,
}
