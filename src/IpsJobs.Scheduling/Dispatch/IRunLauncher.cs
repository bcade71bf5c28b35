namespace IpsJobs.Scheduling.Dispatch;

/// <summary>Brings an admitted instance to a worker.</summary>
internal interface IRunLauncher
{
    /// <summary>Hands the instance over; returns before it has run.</summary>
    /// <exception cref="LaunchRefusedException">No worker takes it.</exception>
    ValueTask LaunchAsync(long instanceId, CancellationToken cancellationToken);
}
