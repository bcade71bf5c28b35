using IpsJobs.Scheduling.Dispatch;

namespace IpsJobs.Scheduling.Tests.Fakes;

/// <summary>Remembers what was launched; nothing runs.</summary>
internal sealed class FakeLauncher : IRunLauncher
{
    public List<long> Launched { get; } = [];

    public bool Refuses { get; set; }

    public ValueTask LaunchAsync(long instanceId, CancellationToken cancellationToken)
    {
        if (Refuses)
            throw new LaunchRefusedException(instanceId);
        Launched.Add(instanceId);
        return ValueTask.CompletedTask;
    }
}
