namespace IpsJobs.Core.Jobs;

/// <summary>A checkpoint found that somebody asked the job to stop.</summary>
public sealed class JobStoppedException(long instanceId) : Exception($"Instance {instanceId} was asked to stop")
{
    public long InstanceId { get; } = instanceId;
}
