using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>When a job writes mail to its user: <c>emailSetting</c>.</summary>
public static class EmailSettings
{
    public const string All = "All";
    public const string Error = "Error";
    public const string ErrorAndWarning = "ErrorAndWarning";
    public const string JobCompletion = "JobCompletion";
    public const string None = "None";

    /// <summary>Every setting; elsewhere this set is called All, which is a setting here.</summary>
    public static FrozenSet<string> Values { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            All, Error, ErrorAndWarning, JobCompletion, None,
        ]);
}
