using System.Globalization;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.MetadataPublish;

/// <summary>The job log rows of a metadata publish.</summary>
internal static class MetadataRows
{
    public const string TargetKey = "#target";

    public static string KeyOf(long assetId, PublishServer server) => FormattableString.Invariant($"{assetId}@{server.ServerId}");

    public static ItemCommit Sent(JobRun run, StoredAsset asset, PublishServer server, Exception? failure) =>
        Item(run, asset.AssetId, asset.Name, server, failure, failure is null ? "Log.Metadata.Sent" : "Log.Metadata.NotSent");

    public static ItemCommit Removed(JobRun run, long assetId, string name, PublishServer server, Exception? failure) =>
        Item(run, assetId, name, server, failure, failure is null ? "Log.Metadata.Removed" : "Log.Metadata.NotRemoved");

    public static ItemCommit Cancelled(JobRun run, long assetId, string name, PublishServer server) =>
        Of(run, assetId, name, server, LogTypes.FileCancel, new LocalizedMessage("Log.Publish.Cancelled", name, server.Name));

    public static ItemCommit Unusable(JobRun run, PublishServer server)
    {
        var row = new LogRow(LogTypes.MetadataFailure, new LocalizedMessage("Log.Publish.TargetUnusable", server.Name))
        {
            ItemKey = FormattableString.Invariant($"{TargetKey}@{server.ServerId}"),
        };
        return new ItemCommit(run.Instance.InstanceId, row) { Extra = new JobCounters { TotalFile = 1 } };
    }

    public static string NameOf(long assetId, StoredAsset? asset) => asset?.Name ?? assetId.ToString(CultureInfo.InvariantCulture);

    private static ItemCommit Item(JobRun run, long assetId, string name, PublishServer server, Exception? failure, string key)
    {
        var type = failure is null ? LogTypes.MetadataSuccess : LogTypes.MetadataFailure;
        return Of(run, assetId, name, server, type, new LocalizedMessage(key, name, server.Name)) with
        {
            Extra = failure is null ? new JobCounters { TransferSuccess = 1 } : new JobCounters { TransferError = 1 },
        };
    }

    private static ItemCommit Of(JobRun run, long assetId, string name, PublishServer server, string type, LocalizedMessage message)
    {
        var row = new LogRow(type, message)
        {
            ItemKey = KeyOf(assetId, server),
            AssetId = assetId,
            AssetName = name,
            FileType = LogFileTypes.NoType,
        };
        return new ItemCommit(run.Instance.InstanceId, row);
    }
}
