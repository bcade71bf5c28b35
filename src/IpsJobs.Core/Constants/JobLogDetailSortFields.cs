using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary><c>sortBy</c> of getJobLogDetails.</summary>
public static class JobLogDetailSortFields
{
    public const string Date = "Date";
    public const string LogType = "LogType";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            Date, LogType,
        ]);
}
