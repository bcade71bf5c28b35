using System.Globalization;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.MetadataPublish;

/// <summary>Brings the documents of a plan to its target, and removes those that are no longer wanted.</summary>
public sealed class MetadataDelivery(IAssetStore assets, IOptions<PublishingOptions> options, ILogger<MetadataDelivery> logger)
{
    private const int AtOnce = 100;

    /// <summary>Works through the plan; once a stop is asked for, assets not begun only get their FileCancel row.</summary>
    /// <exception cref="FatalJobException">Too many in a row failed for one cause.</exception>
    public async Task DeliverAsync(JobRun run, MetadataPlan plan, Action progress, CancellationToken cancellationToken)
    {
        var failures = new FailureStreak(options.Value.MaxConsecutiveFailures);
        var toRemove = plan.ToRemove.ToHashSet();
        foreach (var page in plan.Assets.Where(id => !run.DoneItems.Contains(MetadataRows.KeyOf(id, plan.Target.Server))).Chunk(AtOnce))
        {
            var found = (await assets.FindManyAsync(run.Company.CompanyId, page, cancellationToken)).ToDictionary(a => a.AssetId);
            var rows = new List<ItemCommit>();
            foreach (var id in page)
            {
                var (row, failure) = await DoAsync(run, plan.Target, id, toRemove.Contains(id) ? null : found.GetValueOrDefault(id), found, cancellationToken);
                rows.Add(row);
                failures.Note(failure?.HResult.ToString(CultureInfo.InvariantCulture));
                progress();
            }

            await Task.WhenAll(rows.Select(row => run.CommitAsync(row, cancellationToken)));
        }
    }

    private async Task<(ItemCommit Row, Exception? Failure)> DoAsync(
        JobRun run,
        MetadataTarget target,
        long id,
        StoredAsset? toSend,
        Dictionary<long, StoredAsset> found,
        CancellationToken cancellationToken)
    {
        var name = MetadataRows.NameOf(id, found.GetValueOrDefault(id));
        if (run.StopRequested)
            return (MetadataRows.Cancelled(run, id, name, target.Server), null);
        var failure = await TryAsync(target, id, toSend, cancellationToken);
        return toSend is null
            ? (MetadataRows.Removed(run, id, name, target.Server, failure), failure)
            : (MetadataRows.Sent(run, toSend, target.Server, failure), failure);
    }

    private async Task<Exception?> TryAsync(MetadataTarget target, long id, StoredAsset? toSend, CancellationToken cancellationToken)
    {
        try
        {
            if (toSend is null)
                target.Remove(id);
            else
                await target.ReplaceAsync(id, AssetDocument.Of(toSend), cancellationToken);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning(failure, "The metadata of asset {AssetId} could not be brought to {Server}", id, target.Server.Name);
            return failure;
        }
    }
}
