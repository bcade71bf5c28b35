using IpsJobs.Core.Jobs;

namespace IpsJobs.Soap.Tests.Fakes;

/// <summary>Runs nothing.</summary>
internal sealed class FakeDispatcher : IJobDispatcher
{
    public void Enqueue(JobInstance instance)
    {
    }

    public ValueTask ArmAsync(JobTrigger trigger, CancellationToken cancellationToken) => default;

    public ValueTask DisarmAsync(long triggerId, CancellationToken cancellationToken) => default;

    public void SignalStop(long instanceId)
    {
    }
}
