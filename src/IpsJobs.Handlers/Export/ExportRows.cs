using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Export;

/// <summary>The job log rows of an export: one per asset.</summary>
internal static class ExportRows
{
    public static string KeyOf(long assetId) => FormattableString.Invariant($"{assetId}");

    public static ItemCommit Added(JobRun run, StoredAsset asset, int files) =>
        Of(run, asset.AssetId, asset, LogTypes.ReturnSuccess, new LocalizedMessage("Log.Export.Added", asset.Name)) with
        {
            Extra = new JobCounters { TransferSuccess = files },
        };

    public static ItemCommit Failed(JobRun run, long assetId, StoredAsset? asset, LocalizedMessage reason) =>
        Of(run, assetId, asset, LogTypes.GetFailure, reason);

    public static ItemCommit Cancelled(JobRun run, long assetId, StoredAsset? asset) =>
        Of(run, assetId, asset, LogTypes.FileCancel, new LocalizedMessage("Log.Export.Cancelled", asset?.Name ?? KeyOf(assetId)));

    private static ItemCommit Of(JobRun run, long assetId, StoredAsset? asset, string type, LocalizedMessage message)
    {
        var row = new LogRow(type, message)
        {
            ItemKey = KeyOf(assetId),
            AssetId = assetId,
            AssetName = asset?.Name,
            FileType = asset is { Content.Optimized: not null } ? LogFileTypes.MasterImage : LogFileTypes.NoType,
        };
        return new ItemCommit(run.Instance.InstanceId, row);
    }
}
