using IpsJobs.Core.Jobs;
using IpsJobs.Testing.Jobs;

namespace IpsJobs.Testing.Fakes;

/// <summary>A job store that commits items as a real one does: files moved, asset changed, row written, each item once.</summary>
/// <remarks>Items may be committed from several threads.</remarks>
public sealed class FileMovingJobStore(FakeJobStore jobs, FakeAssetStore assets) : IJobStore
{
    private readonly Lock gate = new();

    /// <summary>Called before every commit of an item; may throw in its place.</summary>
    public Action<ItemCommit>? BeforeCommit { get; set; }

    public Task<JobInstance> AddInstanceAsync(NewInstance instance, CancellationToken cancellationToken) =>
        jobs.AddInstanceAsync(instance, cancellationToken);

    public Task<JobTrigger> AddTriggerAsync(NewTrigger trigger, CancellationToken cancellationToken) =>
        jobs.AddTriggerAsync(trigger, cancellationToken);

    public Task MoveInstanceAsync(long instanceId, InstanceState from, InstanceState to, CancellationToken cancellationToken) =>
        jobs.MoveInstanceAsync(instanceId, from, to, cancellationToken);

    public Task<JobInstance> StartInstanceAsync(InstanceStart start, CancellationToken cancellationToken) =>
        jobs.StartInstanceAsync(start, cancellationToken);

    public Task<JobInstance> RequestStopAsync(long instanceId, string stoppedBy, CancellationToken cancellationToken) =>
        jobs.RequestStopAsync(instanceId, stoppedBy, cancellationToken);

    public Task<long?> CommitItemAsync(ItemCommit item, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        BeforeCommit?.Invoke(item);
        lock (gate)
        {
            if (item.Row.ItemKey is { } key && jobs.Items.Exists(i => i.InstanceId == item.InstanceId && i.Row.ItemKey == key))
                return Task.FromResult<long?>(null);
            foreach (var move in item.Files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(move.FinalPath)!);
                File.Move(move.StagedPath, move.FinalPath, overwrite: true);
            }
            foreach (var path in item.Obsolete)
                File.Delete(path);
            long? assetId = item.Asset is { } change ? assets.Apply(change) : null;
            var stored = item with { Row = item.Row with { AssetId = item.Row.AssetId ?? assetId } };
            // The fake completes at once, so nothing is awaited inside the lock.
            _ = jobs.CommitItemAsync(stored, cancellationToken);
            return Task.FromResult(assetId);
        }
    }

    public Task<InstanceEndResult> EndInstanceAsync(InstanceEnd end, CancellationToken cancellationToken) =>
        jobs.EndInstanceAsync(end, cancellationToken);

    public Task<TriggerFireResult> FireTriggerAsync(TriggerFire fire, CancellationToken cancellationToken) =>
        jobs.FireTriggerAsync(fire, cancellationToken);

    public Task<JobTrigger> MoveTriggerAsync(
        long triggerId, TriggerState from, TriggerState to, DateTimeOffset? nextFireUtc, CancellationToken cancellationToken) =>
        jobs.MoveTriggerAsync(triggerId, from, to, nextFireUtc, cancellationToken);

    public Task DeleteTriggerAsync(long triggerId, CancellationToken cancellationToken) =>
        jobs.DeleteTriggerAsync(triggerId, cancellationToken);
}
