using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary><c>sortBy</c> of getJobLogs.</summary>
public static class JobLogSortFields
{
    public const string JobName = "JobName";
    public const string LogType = "LogType";
    public const string StartDate = "StartDate";
    public const string CompanyName = "CompanyName";
    public const string UserId = "UserId";
    public const string Email = "Email";
    public const string FileErrorCount = "FileErrorCount";
    public const string FileWarningCount = "FileWarningCount";
    public const string FileSuccessCount = "FileSuccessCount";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            JobName, LogType, StartDate, CompanyName, UserId, Email, FileErrorCount, FileWarningCount,
            FileSuccessCount,
        ]);
}
