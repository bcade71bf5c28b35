using System.Globalization;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Schedules;
using IpsJobs.Storage.Sqlite;

namespace IpsJobs.Storage.Writing;

/// <summary>Creates, fires, moves and removes triggers. Runs on the writer's thread, inside its transaction.</summary>
internal sealed class TriggerWrites(InstanceWrites instances)
{
    private const string NameTaken = """SELECT 1 FROM "Triggers" WHERE "CompanyId" = ?1 AND "OriginalName" = ?2""";

    private const string InsertTrigger =
        """
        INSERT INTO "Triggers" (
        "CompanyId", "OriginalName", "JobType", "JobSubType", "BlockElement", "BlockId", "LaneKey", "SubmitUserId", "SubmitUserEmail",
        "CallerUserId", "Locale", "RequestLocale", "Description", "State", "ExecSchedule", "NextFireUtc", "CreatedUtc")
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
        """;

    private const string Update =
        """UPDATE "Triggers" SET "State" = ?2, "NextFireUtc" = ?3, "PendingFireUtc" = ?4 WHERE "TriggerId" = ?1""";

    private const string Remove = """DELETE FROM "Triggers" WHERE "TriggerId" = ?1""";

    private const string RemoveBlock =
        """
        DELETE FROM "JobBlocks" WHERE "BlockId" = ?1
        AND NOT EXISTS (SELECT 1 FROM "Instances" WHERE "TriggerId" = ?2 AND "BlockId" = ?1)
        """;

    private const string InsertHistory =
        """INSERT INTO "TriggerHistory" ("TriggerId", "FromState", "ToState", "AtUtc") VALUES (?1, ?2, ?3, ?4)""";

    private const string HasLive = """SELECT 1 FROM "Instances" WHERE "TriggerId" = ?1 AND "State" < 6""";

    /// <exception cref="RuleViolationException">30000: the company has a scheduled job of that name.</exception>
    public static JobTrigger Add(WriteSession session, NewTrigger trigger)
    {
        var d = trigger.Definition;
        if (session.Exists(NameTaken, d.CompanyId, d.OriginalName))
            throw Violations.ScheduledNameTaken(d.OriginalName);
        var created = session.UtcNow;
        var id = session.Insert(
            InsertTrigger, d.CompanyId, d.OriginalName, d.JobType, d.JobSubType, d.BlockElement,
            InstanceWrites.AddBlock(session, d.BlockXml), d.LaneKey, d.SubmitUserId, d.SubmitUserEmail, d.CallerUserId, d.Locale,
            d.RequestLocale, d.Description, (int)TriggerState.Normal, trigger.ExecSchedule, trigger.NextFireUtc, created);
        AddHistory(session, id, from: null, TriggerState.Normal);
        return new JobTrigger
        {
            TriggerId = id,
            Definition = d,
            State = TriggerState.Normal,
            ExecSchedule = trigger.ExecSchedule,
            NextFireUtc = trigger.NextFireUtc.ToUniversalTime(),
            CreatedUtc = created,
        };
    }

    public TriggerFireResult Fire(WriteSession session, TriggerFire fire)
    {
        if (InstanceSql.FindTrigger(session, fire.TriggerId) is not { } stored)
            return new TriggerFireResult(Started: null, Trigger: null);
        if (stored.Trigger.State != TriggerState.Normal || stored.Trigger.NextFireUtc != fire.PlannedUtc)
            return new TriggerFireResult(Started: null, stored.Trigger);
        if (session.Exists(HasLive, fire.TriggerId))
        {
            // What is shown while it is blocked: the fire after the pending one, or the pending one if that is the last.
            var next = fire.NextFireUtc ?? fire.PlannedUtc;
            return new TriggerFireResult(Started: null, Change(session, stored.Trigger, TriggerState.Blocked, next, fire.PlannedUtc));
        }
        var started = Start(session, stored, fire.PlannedUtc);
        return new TriggerFireResult(started, Advance(session, stored, fire.NextFireUtc));
    }

    /// <summary>Runs the pending fire of a trigger that was blocked by an instance that has just ended.</summary>
    /// <returns>The instance; null when the trigger is gone, not blocked, or blocked by another instance still.</returns>
    public JobInstance? Unblock(WriteSession session, long triggerId)
    {
        if (InstanceSql.FindTrigger(session, triggerId) is not { Trigger.State: TriggerState.Blocked } stored)
            return null;
        if (session.Exists(HasLive, triggerId))
            return null;
        var started = Start(session, stored, stored.PendingFireUtc ?? session.UtcNow);
        Advance(session, stored, NextAfterPending(stored.Trigger, session));
        return started;
    }

    /// <exception cref="StateConflictException">The trigger is gone, has left <paramref name="from"/>, or cannot be in <paramref name="to"/>.</exception>
    public static JobTrigger Move(WriteSession session, long triggerId, TriggerState from, TriggerState to, DateTimeOffset? nextFireUtc)
    {
        var trigger = Get(session, triggerId).Trigger;
        if (trigger.State != from)
            throw new StateConflictException(Subject(triggerId), from.ToString(), trigger.State.ToString());
        if (to is not (TriggerState.Normal or TriggerState.Paused or TriggerState.Error))
            throw new StateConflictException(Subject(triggerId), $"a state from which {to} can be reached", from.ToString());
        return Change(session, trigger, to, nextFireUtc, pendingFireUtc: null);
    }

    /// <exception cref="StateConflictException">The trigger is gone.</exception>
    public static void Delete(WriteSession session, long triggerId) => RemoveRow(session, Get(session, triggerId), TriggerState.None);

    private JobInstance Start(WriteSession session, StoredTrigger stored, DateTimeOffset plannedUtc) =>
        instances.Add(
            session, new NewInstance(stored.Trigger.Definition, plannedUtc) { TriggerId = stored.Trigger.TriggerId }, stored.BlockId);

    // Null when that was the last fire: the trigger is Complete and gone.
    private static JobTrigger? Advance(WriteSession session, StoredTrigger stored, DateTimeOffset? nextFireUtc)
    {
        if (nextFireUtc is not null)
            return Change(session, stored.Trigger, TriggerState.Normal, nextFireUtc, pendingFireUtc: null);
        RemoveRow(session, stored, TriggerState.Complete);
        return null;
    }

    // Fires that fell into the time it was blocked, beyond the pending one, are dropped: the rhythm goes on from now.
    private static DateTimeOffset? NextAfterPending(JobTrigger trigger, WriteSession session)
    {
        if (trigger.ExecSchedule is not { } schedule)
            return null;
        return trigger.NextFireUtc > session.UtcNow
            ? trigger.NextFireUtc
            : ExecSchedule.Parse(schedule).NextAfter(session.UtcNow, session.Zone);
    }

    private static JobTrigger Change(
        WriteSession session, JobTrigger trigger, TriggerState to, DateTimeOffset? nextFireUtc, DateTimeOffset? pendingFireUtc)
    {
        session.Execute(Update, trigger.TriggerId, (int)to, nextFireUtc, pendingFireUtc);
        if (trigger.State != to)
            AddHistory(session, trigger.TriggerId, trigger.State, to);
        return trigger with { State = to, NextFireUtc = nextFireUtc?.ToUniversalTime() };
    }

    private static void RemoveRow(WriteSession session, StoredTrigger stored, TriggerState last)
    {
        session.Execute(Remove, stored.Trigger.TriggerId);
        session.Execute(RemoveBlock, stored.BlockId, stored.Trigger.TriggerId);
        AddHistory(session, stored.Trigger.TriggerId, stored.Trigger.State, last);
    }

    private static StoredTrigger Get(WriteSession session, long triggerId) =>
        InstanceSql.FindTrigger(session, triggerId) ?? throw new StateConflictException(Subject(triggerId), "stored", "gone");

    private static void AddHistory(WriteSession session, long triggerId, TriggerState? from, TriggerState to) =>
        session.Execute(InsertHistory, triggerId, (int?)from, (int)to, session.UtcNow);

    private static string Subject(long triggerId) => "trigger " + triggerId.ToString(CultureInfo.InvariantCulture);
}
