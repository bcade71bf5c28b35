using IpsJobs.Core.Jobs;

namespace IpsJobs.Scheduling.Dispatch;

/// <summary>Something the dispatch loop must know.</summary>
internal abstract record Letter
{
    private Letter()
    {
    }

    /// <summary>A stored instance waits for its lane.</summary>
    internal sealed record Waits(JobInstance Instance) : Letter;

    /// <summary>Somebody asked the instance to stop.</summary>
    internal sealed record Stop(long InstanceId) : Letter;

    /// <summary>A worker is done with the instance, whatever became of it.</summary>
    internal sealed record Left(long InstanceId) : Letter;

    /// <summary>What was alive when the service started.</summary>
    internal sealed record Found(IReadOnlyList<JobInstance> Live) : Letter;
}
