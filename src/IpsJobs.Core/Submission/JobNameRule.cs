using IpsJobs.Core.Faults;
using IpsJobs.Core.Text;

namespace IpsJobs.Core.Submission;

/// <summary>Job names: 1 to 200 characters after trimming, no bar (it separates the fields of handles), no control characters.</summary>
public static class JobNameRule
{
    /// <returns>The trimmed name.</returns>
    /// <exception cref="RuleViolationException">30002 when absent, 30001 when malformed.</exception>
    public static string Check(string? jobName)
    {
        if (string.IsNullOrWhiteSpace(jobName))
            throw Violations.Missing("jobName");
        return JobNames.TryNormalize(jobName, out var name) ? name : throw Violations.InvalidJobName(jobName);
    }
}
