namespace IpsJobs.Core.Jobs;

/// <summary>A handler has nothing to do for now and its instance waits for its client: the run is over, the job is not.</summary>
/// <remarks>The handler has moved the instance out of Running before; the dispatcher runs it again when there is work.</remarks>
public sealed class JobRestsException(long instanceId) : Exception($"Instance {instanceId} waits for its client")
{
    public long InstanceId { get; } = instanceId;
}
