using IpsJobs.Core.Configuration;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;
using Microsoft.Extensions.Options;

namespace IpsJobs.Core.Submission;

/// <summary>Keeps lanes from holding more waiting instances than the setting allows.</summary>
internal sealed class LanePlaces(IJobQueries queries, IOptions<JobOptions> options)
{
    private const int GateCount = 32;

    // Between counting and storing, no other submission may take the same place. Lanes share gates: there is no end of lanes.
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, GateCount).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Stores an instance if its lane has a place for it.</summary>
    /// <exception cref="RuleViolationException">30000: the lane is full; nothing has been stored.</exception>
    public async Task<JobInstance> AddAsync(string laneKey, Func<Task<JobInstance>> store, CancellationToken cancellationToken)
    {
        var limit = options.Value.MaxWaitingPerLane;
        if (limit <= 0 || laneKey.Length == 0)
            return await store();
        var gate = gates[(uint)string.GetHashCode(laneKey, StringComparison.Ordinal) % GateCount];
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await queries.CountWaitingAsync(laneKey, cancellationToken) < limit ? await store() : throw Violations.LaneFull(limit);
        }
        finally
        {
            gate.Release();
        }
    }
}
