using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Jobs;

/// <summary>When an e-mail setting asks for a mail.</summary>
public static class MailRule
{
    /// <summary>True when a job that ended with <paramref name="counters"/> is to be mailed.</summary>
    /// <param name="emailSetting">A constant of <see cref="EmailSettings"/>.</param>
    /// <param name="counters">Final counters.</param>
    public static bool IsDue(string emailSetting, JobCounters counters) => emailSetting switch
    {
        EmailSettings.All or EmailSettings.JobCompletion => true,
        EmailSettings.ErrorAndWarning => counters.HasErrors || counters.HasWarnings || counters.FatalError,
        EmailSettings.Error => counters.HasErrors || counters.FatalError,
        _ => false,
    };
}
