using IpsJobs.Core.Jobs;
using IpsJobs.Core.Outbox;
using IpsJobs.Storage.Outbox;

namespace IpsJobs.Storage.Writing;

/// <summary>Ends instances, with everything that becomes durable in the same commit.</summary>
internal sealed class EndWrites(InstanceWrites instances, TriggerWrites triggers, OutboxSignals signals)
{
    private const string Update =
        """
        UPDATE "Instances" SET "State" = 6, "StartUtc" = coalesce("StartUtc", ?2), "EndUtc" = max(?2, coalesce("StartUtc", ?2)), "Outcome" = ?3,
        "LogType" = CASE "LogType" WHEN '' THEN ?4 ELSE "LogType" END
        WHERE "InstanceId" = ?1
        """;

    /// <exception cref="StateConflictException">It has ended already, or a stop was acknowledged that this end knows nothing of.</exception>
    public InstanceEndResult End(WriteSession session, InstanceEnd end)
    {
        var instance = InstanceWrites.GetLive(session, end.InstanceId);
        if (instance.StoppedBy is not null && end.Outcome is not (JobOutcome.Stopped or JobOutcome.Fatal))
            throw new StateConflictException(instance.InstanceName, nameof(InstanceState.Running), nameof(InstanceState.Stopping));
        var now = session.UtcNow;
        LogWrites.Add(session, end.InstanceId, end.Rows);
        session.Execute(Update, end.InstanceId, now, (int)end.Outcome, end.Rows.Count > 0 ? end.Rows[0].LogType : "");
        InstanceWrites.AddHistory(session, end.InstanceId, instance.State, InstanceState.Done, now);
        AddOutgoing(session, end);
        var followOn = end.FollowOn is { } next ? instances.Add(session, next) : null;
        var pending = instance.TriggerId is { } trigger ? triggers.Unblock(session, trigger) : null;
        return new InstanceEndResult(followOn, pending);
    }

    private void AddOutgoing(WriteSession session, InstanceEnd end)
    {
        if (end.Mail is { } mail)
        {
            OutboxWrites.AddMail(session, end.InstanceId, mail);
            session.AfterCommit(() => signals.Raise(OutboxKind.Mail));
        }
        if (end.Notification is { } notification)
        {
            OutboxWrites.AddNotification(session, end.InstanceId, notification);
            session.AfterCommit(() => signals.Raise(OutboxKind.Notification));
        }
    }
}
