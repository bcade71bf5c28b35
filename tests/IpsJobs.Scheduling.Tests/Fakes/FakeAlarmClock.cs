using IpsJobs.Scheduling.Alarms;

namespace IpsJobs.Scheduling.Tests.Fakes;

/// <summary>Alarms that never go off by themselves.</summary>
internal sealed class FakeAlarmClock : IAlarmClock
{
    public Dictionary<long, DateTimeOffset> Alarms { get; } = [];

    public ValueTask SetAsync(long triggerId, DateTimeOffset dueUtc, CancellationToken cancellationToken)
    {
        Alarms[triggerId] = dueUtc;
        return ValueTask.CompletedTask;
    }

    public ValueTask RemoveAsync(long triggerId, CancellationToken cancellationToken)
    {
        Alarms.Remove(triggerId);
        return ValueTask.CompletedTask;
    }
}
