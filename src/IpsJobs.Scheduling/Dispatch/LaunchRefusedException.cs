namespace IpsJobs.Scheduling.Dispatch;

/// <summary>The workers did not take an instance; it can be offered again later.</summary>
internal sealed class LaunchRefusedException(long instanceId, Exception? cause = null)
    : Exception($"No worker takes instance {instanceId}", cause)
{
    public long InstanceId { get; } = instanceId;
}
