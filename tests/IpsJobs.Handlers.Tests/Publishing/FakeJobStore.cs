using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Tests.Publishing;

/// <summary>Takes commits as the real store does: an item whose key has a row already changes nothing.</summary>
public sealed class FakeJobStore(FakeAssetStore assets, IpsJobs.Testing.Fakes.FakeExportStore exports) : IJobStore
{
    private readonly Lock gate = new();

    public List<LogRow> Rows { get; } = [];

    public JobCounters Counters { get; private set; } = JobCounters.None;

    /// <summary>Keys offered a second time: work that was done twice.</summary>
    public List<string> Repeated { get; } = [];

    /// <summary>Called after every commit, with the number of rows so far.</summary>
    public Action<int> OnCommit { get; set; } = _ => { };

    public IReadOnlySet<string> DoneItems => Rows.Where(r => r.ItemKey is not null).Select(r => r.ItemKey!).ToHashSet();

    public void Clear()
    {
        Rows.Clear();
        Repeated.Clear();
        Counters = JobCounters.None;
    }

    public Task<long?> CommitItemAsync(ItemCommit item, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (item.Row.ItemKey is { } key && DoneItems.Contains(key))
            {
                Repeated.Add(key);
                return Task.FromResult<long?>(null);
            }

            Rows.Add(item.Row);
            Counters += JobCounters.Of(item.Row) + item.Extra;
            foreach (var record in item.Published)
                assets.History[(record.ServerId, record.ContextId, record.AssetId)] = record.Revision;
            Move(item);
            if (item.Archive is { } archive)
                exports.Archives.Add(archive);
            assets.Apply(item.Asset);
            OnCommit(Rows.Count);
        }

        return Task.FromResult<long?>(null);
    }

    public Task<JobInstance> AddInstanceAsync(NewInstance instance, CancellationToken cancellationToken) => throw NotUsed();

    public Task<JobTrigger> AddTriggerAsync(NewTrigger trigger, CancellationToken cancellationToken) => throw NotUsed();

    public Task MoveInstanceAsync(long instanceId, InstanceState from, InstanceState to, CancellationToken cancellationToken) =>
        throw NotUsed();

    public Task<JobInstance> StartInstanceAsync(InstanceStart start, CancellationToken cancellationToken) => throw NotUsed();

    public Task<JobInstance> RequestStopAsync(long instanceId, string stoppedBy, CancellationToken cancellationToken) => throw NotUsed();

    public Task<InstanceEndResult> EndInstanceAsync(InstanceEnd end, CancellationToken cancellationToken) => throw NotUsed();

    public Task<TriggerFireResult> FireTriggerAsync(TriggerFire fire, CancellationToken cancellationToken) => throw NotUsed();

    public Task<JobTrigger> MoveTriggerAsync(
        long triggerId, TriggerState from, TriggerState to, DateTimeOffset? nextFireUtc, CancellationToken cancellationToken) =>
        throw NotUsed();

    public Task DeleteTriggerAsync(long triggerId, CancellationToken cancellationToken) => throw NotUsed();

    private static void Move(ItemCommit item)
    {
        foreach (var move in item.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(move.FinalPath)!);
            File.Move(move.StagedPath, move.FinalPath, overwrite: true);
        }
    }

    private static InvalidOperationException NotUsed() => new("A handler only commits items");
}
