using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Publishing;

/// <summary>The job log rows of a publish, each with its counters and its publish record.</summary>
public sealed class PublishRows(JobRun run, PublishFamily family)
{
    private const string UnusableKey = "#target";
    private const string OldCatalogKey = "#catalog";
    private const int DiskFullErrno = 28;
    private const int DiskFullWindows = unchecked((int)0x80070070);

    /// <summary>The only row of a work item.</summary>
    public ItemCommit OfItem(TargetPlan plan, PublishEntry entry, ItemResult result)
    {
        var warnings = result.IsInPlace ? WarningsOf(plan, entry, result) : [];
        var isWarning = warnings.Count > 0 && family.Warning is not null;
        var row = new LogRow(isWarning ? family.Warning! : TypeOf(result), isWarning ? warnings[0] : MessageOf(plan, entry, result))
        {
            ItemKey = plan.KeyOf(entry),
            AssetId = entry.AssetId,
            AssetName = entry.Name,
            FileType = entry.FileType,
            Aux = [.. warnings.Skip(isWarning ? 1 : 0).Select(w => run.Warning(w.Key, w.Arguments))],
        };
        return new ItemCommit(run.Instance.InstanceId, row)
        {
            Extra = TransfersOf(result) with { FileSuccess = isWarning ? 1 : 0 },
            Published = result.IsInPlace ? [RecordOf(plan.Server, entry)] : [],
        };
    }

    /// <summary>Writes the row of every target that cannot be delivered to; each counts as a work item of its own.</summary>
    public async Task CommitUnusableAsync(TargetSet targets, CancellationToken cancellationToken)
    {
        foreach (var server in targets.Unusable)
            await run.CommitAsync(OfTarget(server, UnusableKey, "Log.Publish.TargetUnusable"), cancellationToken);
    }

    /// <summary>Writes the row of a target whose catalog stayed as it was; it counts as a work item of its own.</summary>
    public Task CommitOldCatalogAsync(PublishServer server, CancellationToken cancellationToken) =>
        run.CommitAsync(OfTarget(server, OldCatalogKey, "Log.Publish.CatalogFailed"), cancellationToken);

    /// <summary>Writes the total: the items of all targets, and rows of whole targets that an earlier run of the instance wrote.</summary>
    public Task SetTotalAsync(IReadOnlyList<TargetPlan> plans, CancellationToken cancellationToken) =>
        run.SetTotalAsync(plans.Sum(p => p.ItemCount) + CountTargetRows(run.DoneItems), cancellationToken);

    /// <summary>Rows of whole targets among the items that have theirs.</summary>
    public static int CountTargetRows(IReadOnlySet<string> doneItems) => doneItems.Count(key =>
        key.StartsWith(UnusableKey, StringComparison.Ordinal) || key.StartsWith(OldCatalogKey, StringComparison.Ordinal));

    private ItemCommit OfTarget(PublishServer server, string what, string messageKey)
    {
        var row = new LogRow(family.Error, new LocalizedMessage(messageKey, server.Name))
        {
            ItemKey = FormattableString.Invariant($"{what}@{server.ServerId}"),
            FileType = LogFileTypes.PublishCatalog,
        };
        return new ItemCommit(run.Instance.InstanceId, row) { Extra = new JobCounters { TotalFile = 1 } };
    }

    private static List<LocalizedMessage> WarningsOf(TargetPlan plan, PublishEntry entry, ItemResult result)
    {
        var warnings = entry.Warnings.Select(w => new LocalizedMessage(w.Key, [entry.Title, plan.Server.Name, .. w.Arguments])).ToList();
        if (result.IsIncomplete)
            warnings.Add(new LocalizedMessage("Log.Publish.WithoutMask", entry.Title, plan.Server.Name));
        return warnings;
    }

    private string TypeOf(ItemResult result) => result.Outcome switch
    {
        DeliveryOutcome.NotBegun => LogTypes.FileCancel,
        _ when result.IsInPlace => family.Success,
        _ => family.Error,
    };

    private static LocalizedMessage MessageOf(TargetPlan plan, PublishEntry entry, ItemResult result) =>
        new(KeyOf(result), entry.Title, plan.Server.Name);

    // Logs of earlier versions hold these keys, so they keep the names they had when there was one publish only.
    private static string KeyOf(ItemResult result) => result switch
    {
        { Outcome: DeliveryOutcome.NotBegun } => "Log.Publish.Cancelled",
        { Outcome: DeliveryOutcome.Missing } => "Log.Publish.FileMissing",
        { Cause: UnauthorizedAccessException } => "Log.Publish.AccessDenied",
        { Cause.HResult: DiskFullErrno or DiskFullWindows } => "Log.Publish.DiskFull",
        { Outcome: DeliveryOutcome.Failed } => "Log.Publish.CopyFailed",
        _ => "Log.ImageServingPublishSuccess",
    };

    private static JobCounters TransfersOf(ItemResult result) => new()
    {
        TransferSuccess = result.Delivered,
        TransferWarning = result.Outcome == DeliveryOutcome.Missing || result.IsIncomplete ? 1 : 0,
        TransferError = result.Outcome == DeliveryOutcome.Failed ? 1 : 0,
    };

    private static PublishRecord RecordOf(PublishServer server, PublishEntry entry) =>
        new(entry.AssetId, server.ServerId, server.ContextId, entry.Revision);
}
