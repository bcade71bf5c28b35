using System.Globalization;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Cleanup;

/// <summary>What the log of the Cleanup job says.</summary>
internal static class CleanupRows
{
    public static LocalizedMessage Phase { get; } = new("Progress.CleaningUp");

    public static LogRow TrashEmptied(string key, string name, string path) =>
        new(LogTypes.EmptyTrashSuccess, new LocalizedMessage("Log.Cleanup.TrashEmptied", path)) { ItemKey = key, AssetName = name };

    public static LogRow TrashKept(string path) =>
        new(LogTypes.DeleteFailure, new LocalizedMessage("Log.Cleanup.TrashKept", path));

    /// <summary>Sums up; a row per log removed would grow faster than what it speaks of.</summary>
    public static LogRow LogsRemoved(int count) =>
        new(LogTypes.DeleteSuccess, new LocalizedMessage("Log.Cleanup.LogsRemoved", Text(count)));

    public static LogRow ExportsRemoved(int count) =>
        new(LogTypes.DeleteSuccess, new LocalizedMessage("Log.Cleanup.ExportsRemoved", Text(count)));

    public static LogRow StagingRemoved(int count) =>
        new(LogTypes.DeleteSuccess, new LocalizedMessage("Log.Cleanup.StagingRemoved", Text(count)));

    public static LogRow StagingKept(string folder) =>
        new(LogTypes.DeleteFailure, new LocalizedMessage("Log.Cleanup.StagingKept", folder));

    public static Task CommitAsync(JobRun run, LogRow row, CancellationToken cancellationToken) =>
        run.CommitAsync(new ItemCommit(run.Instance.InstanceId, row), cancellationToken);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
