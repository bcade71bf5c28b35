using System.Globalization;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.AutoSets;

/// <summary>The one row that every set of a job gets.</summary>
internal static class SetRows
{
    public static LogRow Created(SetPlan plan, string path, int members) => Row(plan, LogTypes.UploadSuccess, "Log.Set.Created", path, Text(members));

    public static LogRow Updated(SetPlan plan, string path, int members) => Row(plan, LogTypes.FileUpdated, "Log.Set.Updated", path, Text(members));

    public static LogRow Unchanged(SetPlan plan, string path) => Row(plan, LogTypes.DuplicateSkipped, "Log.Set.Unchanged", path);

    public static LogRow Failed(SetPlan plan, string key, params string[] arguments) => Row(plan, LogTypes.UploadError, key, arguments);

    /// <summary>What the set does not hold although the plan asks for it.</summary>
    public static IReadOnlyList<AuxEntry> Remarks(JobRun run, MergedSet merged)
    {
        var remarks = merged.Displaced
            .Select(p => new AuxEntry(LogTypes.UploadError, CellTaken(p), run.UtcNow))
            .ToList();
        if (merged.TooMany > 0)
            remarks.Add(run.Warning("Log.Set.TooManyMembers", Text(merged.TooMany), Text(SetMerge.MaxMembers)));
        return remarks;
    }

    private static LocalizedMessage CellTaken(SetPlace place) =>
        new("Log.Set.CellTaken", place.Asset.Name, Text(place.Row ?? 0), Text(place.Column ?? 0));

    private static LogRow Row(SetPlan plan, string logType, string key, params string[] arguments) =>
        new(logType, new LocalizedMessage(key, arguments))
        {
            ItemKey = plan.ItemKey,
            AssetName = plan.Name,
            FileType = plan.Preset.Kind.LogFileType,
        };

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
