using System.Globalization;
using System.Runtime.CompilerServices;
using IpsJobs.Core.Jobs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Brings the planned files to the targets and writes the row of every item.</summary>
public sealed class TargetDelivery(FileDelivery files, IOptions<PublishingOptions> options, ILogger<TargetDelivery> logger)
{
    /// <summary>Works through the plans; once a stop is asked for, items not begun only get their FileCancel row.</summary>
    /// <exception cref="FatalJobException">Too many files in a row failed for one cause.</exception>
    /// <exception cref="JobStoppedException">A stop was asked for.</exception>
    public async Task DeliverAsync(
        JobRun run, IReadOnlyList<TargetPlan> plans, PublishFamily family, CancellationToken cancellationToken)
    {
        var rows = new PublishRows(run, family);
        var progress = new DeliveryProgress(run, plans.Sum(p => (long)p.ItemCount), plans.Sum(p => p.ByteCount));
        foreach (var plan in plans)
            await DeliverAsync(run, plan, rows, progress, cancellationToken);
        run.Checkpoint();
    }

    private async Task DeliverAsync(
        JobRun run, TargetPlan plan, PublishRows rows, DeliveryProgress progress, CancellationToken cancellationToken)
    {
        var failures = new FailureStreak(options.Value.MaxConsecutiveFailures);
        await foreach (var batch in BatchesAsync(run, plan, cancellationToken))
        {
            var results = Deliver(run, plan, batch);
            NoteFailures(plan, batch, results);
            await Task.WhenAll(batch.Zip(results, (item, result) =>
                run.CommitAsync(rows.OfItem(plan, item.Entry, result), cancellationToken)));
            progress.Add(batch.Count);
            foreach (var result in results)
                failures.Note(result.Cause?.HResult.ToString(CultureInfo.InvariantCulture));
        }
    }

    private List<ItemResult> Deliver(JobRun run, TargetPlan plan, List<PlannedItem> batch)
    {
        var deliveries = batch.SelectMany(item => item.Entry.Files.Select((file, i) => DeliveryOf(plan, file, item.Needed[i]))).ToList();
        var results = files.Deliver(deliveries, () => run.StopRequested).ToArray();
        var items = new List<ItemResult>(batch.Count);
        var at = 0;
        foreach (var item in batch)
        {
            // What has no file is a record only; the catalog that it stands in is not written after a stop.
            items.Add(item.Entry.Files.Count == 0 && run.StopRequested
                ? new ItemResult(DeliveryOutcome.NotBegun, Cause: null, Delivered: 0, IsIncomplete: false)
                : ItemResult.Of(item.Entry, results.AsSpan(at, item.Entry.Files.Count)));
            at += item.Entry.Files.Count;
        }

        return items;
    }

    private static Delivery DeliveryOf(TargetPlan plan, PublishFile file, bool isNeeded) =>
        new(file.Source, file.Source is null ? "" : file.On(plan.Server.Directory), IsPresent: !isNeeded);

    private void NoteFailures(TargetPlan plan, List<PlannedItem> batch, List<ItemResult> results)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            if (results[i].Outcome is DeliveryOutcome.Missing or DeliveryOutcome.Failed)
                plan.Failed.Add(batch[i].Entry.AssetId);
            if (results[i].Cause is { } cause)
                logger.LogWarning(cause, "Asset {AssetId} could not be delivered to {Server}", batch[i].Entry.AssetId, plan.Server.Name);
        }
    }

    private async IAsyncEnumerable<List<PlannedItem>> BatchesAsync(
        JobRun run, TargetPlan plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var batch = new List<PlannedItem>();
        await foreach (var item in SpoolReader.ReadAsync<PlannedItem>(plan.ItemsPath, cancellationToken))
        {
            if (run.DoneItems.Contains(plan.KeyOf(item.Entry)))
                continue;
            batch.Add(item);
            if (batch.Count < options.Value.BatchSize)
                continue;
            yield return batch;
            batch = [];
        }

        if (batch.Count > 0)
            yield return batch;
    }
}
