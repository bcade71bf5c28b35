using System.Globalization;
using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Sqlite;

namespace IpsJobs.Storage.Writing;

/// <summary>Creates instances and moves them. Runs on the writer's thread, inside its transaction.</summary>
internal sealed class InstanceWrites
{
    private const string InsertBlock = """INSERT INTO "JobBlocks" ("Xml") VALUES (?1)""";

    // A name that is taken changes nothing, and the next millisecond is tried.
    private const string InsertInstance =
        """
        INSERT INTO "Instances" (
        "CompanyId", "OriginalName", "JobType", "JobSubType", "BlockElement", "BlockId", "LaneKey", "SubmitUserId", "SubmitUserEmail",
        "CallerUserId", "Locale", "RequestLocale", "Description", "InstanceName", "State", "CreatedUtc", "TriggerTimeUtc", "TriggerId",
        "InitiatingJobName", "ServerName", "Interruptions", "LogType", "FileSuccess", "FileError", "FileWarning", "FileDuplicate",
        "FileUpdate", "TotalFile", "TransferSuccess", "TransferError", "TransferWarning", "FatalError", "NameNumber")
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, '', 0, '', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?20)
        ON CONFLICT ("CompanyId", "InstanceName", "NameNumber") DO NOTHING
        """;

    private const string InsertHistory =
        """INSERT INTO "InstanceHistory" ("InstanceId", "FromState", "ToState", "AtUtc") VALUES (?1, ?2, ?3, ?4)""";

    private const string NextNumber =
        """SELECT coalesce(max("NameNumber") + 1, 0) FROM "Instances" WHERE "CompanyId" = ?1 AND "InstanceName" = ?2""";

    private const string SetState = """UPDATE "Instances" SET "State" = ?3 WHERE "InstanceId" = ?1 AND "State" = ?2""";
    private const string ReadState = """SELECT "State" FROM "Instances" WHERE "InstanceId" = ?1""";
    private const string SetStoppedBy = """UPDATE "Instances" SET "StoppedBy" = ?2 WHERE "InstanceId" = ?1 AND "StoppedBy" IS NULL""";

    private readonly InstanceNames names = new();

    public static long AddBlock(WriteSession session, byte[] xml) => session.Insert(InsertBlock, xml);

    public JobInstance Add(WriteSession session, NewInstance instance) =>
        Add(session, instance, AddBlock(session, instance.Definition.BlockXml));

    /// <summary>Stores an instance whose block is there already.</summary>
    public JobInstance Add(WriteSession session, NewInstance instance, long blockId)
    {
        var created = session.UtcNow;
        return Stored(session, instance, InsertNamed(session, instance, blockId, created), created);
    }

    /// <summary>Stores an instance that is called as it was submitted, without a time, whoever else is called so.</summary>
    public static JobInstance AddPlainNamed(WriteSession session, NewInstance instance)
    {
        var created = session.UtcNow;
        var name = instance.Definition.OriginalName;
        var number = session.Number(NextNumber, instance.Definition.CompanyId, name) ?? 0;
        Insert(session, instance, AddBlock(session, instance.Definition.BlockXml), created, name, number);
        return Stored(session, instance, name, created);
    }

    private static JobInstance Stored(WriteSession session, NewInstance instance, string name, DateTimeOffset created)
    {
        var stored = new JobInstance
        {
            InstanceId = session.LastId,
            Definition = instance.Definition,
            InstanceName = name,
            State = InstanceState.New,
            CreatedUtc = created,
            TriggerTimeUtc = instance.TriggerTimeUtc.ToUniversalTime(),
            TriggerId = instance.TriggerId,
            InitiatingJobName = instance.InitiatingJobName,
        };
        AddHistory(session, stored.InstanceId, from: null, InstanceState.New, created);
        return stored;
    }

    /// <exception cref="StateConflictException">It is in another state, or the move is illegal.</exception>
    public static void Move(WriteSession session, long instanceId, InstanceState from, InstanceState to)
    {
        if (!InstanceMoves.IsLegal(from, to))
            throw new StateConflictException(Subject(instanceId), $"a state from which {to} can be reached", from.ToString());
        if (session.Execute(SetState, instanceId, (int)from, (int)to) == 0)
            throw new StateConflictException(Subject(instanceId), from.ToString(), FindState(session, instanceId)?.ToString() ?? "gone");
        AddHistory(session, instanceId, from, to, session.UtcNow);
    }

    public static JobInstance RequestStop(WriteSession session, long instanceId, string stoppedBy)
    {
        var instance = Get(session, instanceId);
        if (instance.State is InstanceState.Done or InstanceState.Stopping)
            return instance;
        session.Execute(SetStoppedBy, instanceId, stoppedBy);
        if (instance.State != InstanceState.Running)
            return instance with { StoppedBy = instance.StoppedBy ?? stoppedBy };
        Move(session, instanceId, InstanceState.Running, InstanceState.Stopping);
        return instance with { State = InstanceState.Stopping, StoppedBy = instance.StoppedBy ?? stoppedBy };
    }

    /// <exception cref="StateConflictException">There is no such instance.</exception>
    public static JobInstance Get(SqlSession session, long instanceId) =>
        InstanceSql.FindInstance(session, instanceId) ?? throw new StateConflictException(Subject(instanceId), "stored", "gone");

    /// <exception cref="StateConflictException">It has ended, or there is no such instance.</exception>
    public static JobInstance GetLive(SqlSession session, long instanceId)
    {
        var instance = Get(session, instanceId);
        return instance.State == InstanceState.Done ? throw Ended(instanceId) : instance;
    }

    /// <summary>As <see cref="GetLive"/>, for callers that need nothing of it.</summary>
    public static void RequireLive(SqlSession session, long instanceId)
    {
        if (FindState(session, instanceId) is not { } state)
            throw new StateConflictException(Subject(instanceId), "stored", "gone");
        if (state == InstanceState.Done)
            throw Ended(instanceId);
    }

    public static void AddHistory(WriteSession session, long instanceId, InstanceState? from, InstanceState to, DateTimeOffset atUtc) =>
        session.Execute(InsertHistory, instanceId, (int?)from, (int)to, atUtc);

    private string InsertNamed(WriteSession session, NewInstance instance, long blockId, DateTimeOffset created)
    {
        var d = instance.Definition;
        while (true)
        {
            var name = names.Next(d.CompanyId, instance.NamePrefix + d.OriginalName, created, session.Zone);
            if (Insert(session, instance, blockId, created, name, number: 0))
                return name;
        }
    }

    private static bool Insert(
        WriteSession session, NewInstance instance, long blockId, DateTimeOffset created, string name, long number)
    {
        var d = instance.Definition;
        return session.Execute(
            InsertInstance, d.CompanyId, d.OriginalName, d.JobType, d.JobSubType, d.BlockElement, blockId, d.LaneKey, d.SubmitUserId,
            d.SubmitUserEmail, d.CallerUserId, d.Locale, d.RequestLocale, d.Description, name, (int)InstanceState.New, created,
            instance.TriggerTimeUtc, instance.TriggerId, instance.InitiatingJobName, number) == 1;
    }

    private static InstanceState? FindState(SqlSession session, long instanceId) => (InstanceState?)session.Number(ReadState, instanceId);

    private static StateConflictException Ended(long instanceId) =>
        new(Subject(instanceId), "alive", nameof(InstanceState.Done));

    private static string Subject(long instanceId) => "instance " + instanceId.ToString(CultureInfo.InvariantCulture);
}
