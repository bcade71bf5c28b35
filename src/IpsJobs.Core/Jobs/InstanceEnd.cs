using IpsJobs.Core.Outbox;

namespace IpsJobs.Core.Jobs;

/// <summary>The end of an instance: last rows, state, mail, notification and follow-on commit together.</summary>
/// <param name="InstanceId">The instance; alive in any state.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Rows">FatalError row if any, then the End row; header rows first when it never ran.</param>
public sealed record InstanceEnd(long InstanceId, JobOutcome Outcome, IReadOnlyList<LogRow> Rows)
{
    /// <summary>Null when the e-mail setting asks for none.</summary>
    public NewMail? Mail { get; init; }

    /// <summary>Null when no completion URL was given or it is suppressed.</summary>
    public NewNotification? Notification { get; init; }

    /// <summary>Follow-on publish; null when there is none or it is suppressed.</summary>
    public NewInstance? FollowOn { get; init; }
}
