using System.Globalization;
using System.Runtime.CompilerServices;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>Brings the planned files to one target and writes the row of every item.</summary>
public sealed class TargetDelivery(FileDelivery files, IOptions<PublishingOptions> options, ILogger<TargetDelivery> logger)
{
    /// <summary>Works through the plan; once a stop is asked for, items not begun only get their FileCancel row.</summary>
    /// <exception cref="FatalJobException">Too many files in a row failed for one cause.</exception>
    public async Task DeliverAsync(JobRun run, TargetPlan plan, DeliveryProgress progress, CancellationToken cancellationToken)
    {
        var failures = new FailureStreak(options.Value.MaxConsecutiveFailures);
        await foreach (var batch in BatchesAsync(run, plan, cancellationToken))
        {
            var results = files.Deliver([.. batch.Select(item => DeliveryOf(plan, item))], () => run.StopRequested);
            NoteFailures(plan, batch, results);
            await Task.WhenAll(batch.Zip(results, (item, result) =>
                run.CommitAsync(PublishRows.OfItem(run, plan, item.Entry, result), cancellationToken)));
            progress.Add(batch.Count);
            foreach (var result in results)
                failures.Note(result.Cause?.HResult.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static Delivery DeliveryOf(TargetPlan plan, PlannedItem item) => new(
        item.Entry.Source,
        item.Entry.Source is null ? "" : plan.Names.Resolve(item.Entry.Delivery.Kind, item.Entry.Path),
        IsPresent: !item.NeedsFile);

    private void NoteFailures(TargetPlan plan, List<PlannedItem> batch, IReadOnlyList<DeliveryResult> results)
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
