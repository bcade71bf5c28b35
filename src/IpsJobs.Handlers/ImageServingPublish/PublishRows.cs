using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>The job log rows of a publish, each with its counters and its publish record.</summary>
public static class PublishRows
{
    private const string UnusableKey = "#target";
    private const string OldCatalogKey = "#catalog";
    private const int DiskFullErrno = 28;
    private const int DiskFullWindows = unchecked((int)0x80070070);

    /// <summary>The only row of a work item.</summary>
    public static ItemCommit OfItem(JobRun run, TargetPlan plan, ManifestEntry entry, DeliveryResult result)
    {
        var row = new LogRow(TypeOf(result), MessageOf(entry.Title, plan.Server.Name, result))
        {
            ItemKey = plan.KeyOf(entry),
            AssetId = entry.AssetId,
            AssetName = entry.Name,
            FileType = entry.Delivery.FileType,
        };
        return new ItemCommit(run.Instance.InstanceId, row)
        {
            Extra = TransfersOf(result.Outcome),
            Published = IsInPlace(result) ? [RecordOf(plan.Server, entry)] : [],
        };
    }

    /// <summary>The row of a target that cannot be delivered to; it counts as a work item of its own.</summary>
    public static ItemCommit OfUnusable(JobRun run, PublishServer server) =>
        OfTarget(run, server, UnusableKey, "Log.Publish.TargetUnusable");

    /// <summary>The row of a target whose catalog stayed as it was; it counts as a work item of its own.</summary>
    public static ItemCommit OfOldCatalog(JobRun run, PublishServer server) =>
        OfTarget(run, server, OldCatalogKey, "Log.Publish.CatalogFailed");

    /// <summary>Rows of whole targets that an earlier run of the instance wrote.</summary>
    public static int CountTargetRows(IReadOnlySet<string> doneItems) => doneItems.Count(key =>
        key.StartsWith(UnusableKey, StringComparison.Ordinal) || key.StartsWith(OldCatalogKey, StringComparison.Ordinal));

    private static ItemCommit OfTarget(JobRun run, PublishServer server, string what, string messageKey)
    {
        var row = new LogRow(LogTypes.ImageServingPublishError, new LocalizedMessage(messageKey, server.Name))
        {
            ItemKey = FormattableString.Invariant($"{what}@{server.ServerId}"),
            FileType = LogFileTypes.PublishCatalog,
        };
        return new ItemCommit(run.Instance.InstanceId, row) { Extra = new JobCounters { TotalFile = 1 } };
    }

    private static bool IsInPlace(DeliveryResult result) => result.Outcome is DeliveryOutcome.Delivered or DeliveryOutcome.Present;

    private static string TypeOf(DeliveryResult result) => result.Outcome switch
    {
        DeliveryOutcome.NotBegun => LogTypes.FileCancel,
        _ when IsInPlace(result) => LogTypes.ImageServingPublishSuccess,
        _ => LogTypes.ImageServingPublishError,
    };

    private static LocalizedMessage MessageOf(string title, string server, DeliveryResult result) => result switch
    {
        { Outcome: DeliveryOutcome.NotBegun } => new("Log.Publish.Cancelled", title, server),
        { Outcome: DeliveryOutcome.Missing } => new("Log.Publish.FileMissing", title, server),
        { Cause: UnauthorizedAccessException } => new("Log.Publish.AccessDenied", title, server),
        { Cause.HResult: DiskFullErrno or DiskFullWindows } => new("Log.Publish.DiskFull", title, server),
        { Outcome: DeliveryOutcome.Failed } => new("Log.Publish.CopyFailed", title, server),
        _ => new("Log.ImageServingPublishSuccess", title, server),
    };

    private static JobCounters TransfersOf(DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.Delivered => new JobCounters { TransferSuccess = 1 },
        DeliveryOutcome.Missing => new JobCounters { TransferWarning = 1 },
        DeliveryOutcome.Failed => new JobCounters { TransferError = 1 },
        _ => JobCounters.None,
    };

    private static PublishRecord RecordOf(PublishServer server, ManifestEntry entry) =>
        new(entry.AssetId, server.ServerId, server.ContextId, entry.Revision);
}
