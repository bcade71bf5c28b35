using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Core.Tests.Jobs;

public sealed class MailRuleTests
{
    [Theory]
    [InlineData(EmailSettings.All, true, true, true, true)]
    [InlineData(EmailSettings.JobCompletion, true, true, true, true)]
    [InlineData(EmailSettings.ErrorAndWarning, false, true, true, true)]
    [InlineData(EmailSettings.Error, false, false, true, true)]
    [InlineData(EmailSettings.None, false, false, false, false)]
    public void IsDue_FollowsTheSetting_WhenAJobEnds(string setting, bool clean, bool warned, bool failed, bool fatal)
    {
        MailRule.IsDue(setting, JobCounters.None).Should().Be(clean);
        MailRule.IsDue(setting, new JobCounters { FileWarning = 1 }).Should().Be(warned);
        MailRule.IsDue(setting, new JobCounters { TransferWarning = 1 }).Should().Be(warned);
        MailRule.IsDue(setting, new JobCounters { FileError = 1 }).Should().Be(failed);
        MailRule.IsDue(setting, new JobCounters { TransferError = 1 }).Should().Be(failed);
        MailRule.IsDue(setting, new JobCounters { FatalError = true }).Should().Be(fatal);
    }
}
