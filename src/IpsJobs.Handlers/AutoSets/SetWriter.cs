using System.Security.Cryptography;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.AutoSets;

/// <summary>Makes or extends one set: the set, its members and its row are committed together.</summary>
public sealed class SetWriter(IAssetStore assets, NameHolds names)
{
    private const int Retries = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly byte[] NoBytes = SHA256.HashData([]);

    /// <summary>Gives the plan its row, unless an earlier run of the instance has done so.</summary>
    public async Task WriteAsync(JobRun run, SetPlan plan, SetOrder order, CancellationToken cancellationToken)
    {
        if (run.DoneItems.Contains(plan.ItemKey))
            return;
        using var held = await names.TakeAsync(run.Company.CompanyId, NameSpace.Catalog, plan.Name, cancellationToken);
        if (held is null)
        {
            await CommitAsync(run, order, SetRows.Failed(plan, "Log.Upload.NameBusy", plan.Name), change: null, cancellationToken);
            return;
        }

        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var (row, change) = await DecideAsync(run, plan, order, cancellationToken);
                await CommitAsync(run, order, row, change, cancellationToken);
                return;
            }
            // Clients make and remove sets without holding names; what they did in between is looked at anew.
            catch (Exception raced) when (attempt < Retries && raced is NameTakenException or StateConflictException)
            {
                await Task.Delay(Pause, run.Clock.Time, cancellationToken);
            }
        }
    }

    private static Task<long?> CommitAsync(JobRun run, SetOrder order, LogRow row, AssetChange? change, CancellationToken cancellationToken) =>
        run.CommitAsync(
            new ItemCommit(run.Instance.InstanceId, row)
            {
                Asset = change,
                Extra = order.CountsItems ? new JobCounters { TotalFile = 1 } : JobCounters.None,
            },
            cancellationToken);

    private async Task<(LogRow Row, AssetChange? Change)> DecideAsync(
        JobRun run, SetPlan plan, SetOrder order, CancellationToken cancellationToken)
    {
        var existing = await assets.FindByNameAsync(run.Company.CompanyId, NameSpace.Catalog, plan.Name, cancellationToken);
        if (existing is { TrashState: not TrashStates.NotInTrash })
            return (SetRows.Failed(plan, "Log.Set.NameInTrash", plan.Name), null);
        if (existing is not null && (existing.Content.Type, existing.Content.SubType) != (plan.Preset.Kind.AssetType, plan.Preset.Kind.SubType))
            return (SetRows.Failed(plan, "Log.Set.NameTaken", plan.Name, existing.Content.Type) with { AssetId = existing.AssetId }, null);
        try
        {
            return existing is null
                ? Add(run, plan, order)
                : await ExtendAsync(run, plan, order, existing, cancellationToken);
        }
        catch (ExpressionTooSlowException)
        {
            return (SetRows.Failed(plan, "Log.Set.PresetTooSlow", plan.Preset.Name), null);
        }
    }

    private static (LogRow Row, AssetChange? Change) Add(JobRun run, SetPlan plan, SetOrder order)
    {
        var merged = SetMerge.Merge(plan, [], plan.Members.ToDictionary(p => p.Asset.AssetId, p => p.Asset.Name));
        var first = plan.Members.First(p => p.Asset.AssetId == merged.Members[0].AssetId).Asset;
        var folder = plan.Preset.Folder ?? order.Folder ?? first.Content.Folder;
        var content = new AssetContent
        {
            Type = plan.Preset.Kind.AssetType,
            SubType = plan.Preset.Kind.SubType,
            Folder = folder,
            FileName = plan.Name,
            FileSize = 0,
            Sha256 = NoBytes,
            Members = merged.Members,
            Details = new AssetDetails { ThumbnailAssetId = first.AssetId },
        };
        var row = SetRows.Created(plan, folder + plan.Name, merged.Members.Count) with { Aux = SetRows.Remarks(run, merged) };
        return (row, new AddAsset(
            run.Company.CompanyId, plan.Name, NameSpace.Catalog, order.ReadyForPublish, content, run.User.User.UserId));
    }

    private async Task<(LogRow Row, AssetChange? Change)> ExtendAsync(
        JobRun run, SetPlan plan, SetOrder order, StoredAsset set, CancellationToken cancellationToken)
    {
        var before = await assets.ListMembersAsync(set.AssetId, cancellationToken);
        var found = await assets.FindManyAsync(set.CompanyId, [.. before.Select(m => m.AssetId).Distinct()], cancellationToken);
        var known = plan.Members.Select(p => p.Asset).Concat(found).DistinctBy(a => a.AssetId).ToDictionary(a => a.AssetId, a => a.Name);
        var merged = SetMerge.Merge(plan, before, known);
        var (path, remarks) = (set.Content.Folder + set.Name, SetRows.Remarks(run, merged));
        var mark = order.KeepsMark ? set.ReadyForPublish : order.ReadyForPublish;
        if (merged.Members.SequenceEqual(before) && mark == set.ReadyForPublish)
            return (SetRows.Unchanged(plan, path) with { AssetId = set.AssetId, Aux = remarks }, null);
        var change = new EditAsset(set.AssetId, run.User.User.UserId)
        {
            Members = merged.Members,
            ReadyForPublish = mark,
            Details = SetThumbnail.Moved(set.Content.Details, before, merged.Members),
        };
        return (SetRows.Updated(plan, path, merged.Added) with { AssetId = set.AssetId, Aux = remarks }, change);
    }
}
