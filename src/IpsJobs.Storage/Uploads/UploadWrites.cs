using System.Globalization;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Submission;
using IpsJobs.Storage.Writing;

namespace IpsJobs.Storage.Uploads;

/// <summary>Changes upload sessions. Runs on the writer's thread, inside its transaction.</summary>
internal static class UploadWrites
{
    private const string InsertSession =
        """INSERT INTO "UploadSessions" ("InstanceId", "ClientAddress", "State", "LastRequestUtc") VALUES (?1, ?2, 0, ?3)""";

    private const string InsertFile =
        """
        INSERT INTO "StagedUploads" ("InstanceId", "Number", "StagedPath", "Path", "Size", "Sha256") VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """;

    private const string LastNumber = """SELECT max("Number") FROM "StagedUploads" WHERE "InstanceId" = ?1""";
    private const string Touch = """UPDATE "UploadSessions" SET "LastRequestUtc" = ?2, "State" = ?3 WHERE "InstanceId" = ?1""";

    private const string TimeOutSession =
        """UPDATE "UploadSessions" SET "State" = 2 WHERE "InstanceId" = ?1 AND "State" = 0 AND "LastRequestUtc" <= ?2""";

    /// <exception cref="StateConflictException">The session takes no more requests.</exception>
    public static JobInstance Deliver(WriteSession session, UploadDelivery delivery)
    {
        var instance = Accepting(session, delivery) ?? Open(session, delivery);
        AddFiles(session, instance.InstanceId, delivery.Files);
        var state = delivery.EndJob ? UploadSessionState.Ended : UploadSessionState.Open;
        session.Execute(Touch, instance.InstanceId, session.UtcNow, (int)state);
        return instance;
    }

    public static UploadNext Next(WriteSession session, long instanceId)
    {
        var instance = InstanceWrites.GetLive(session, instanceId);
        if (instance.StoppedBy is not null || instance.State == InstanceState.Stopping)
            return UploadNext.Stop;
        if (UploadSql.ListPending(session, instanceId).Count > 0)
            return UploadNext.Files;
        if (UploadSql.Find(session, instanceId) is not { State: UploadSessionState.Open })
            return UploadNext.End;
        InstanceWrites.Move(session, instanceId, instance.State, InstanceState.WaitingClient);
        return UploadNext.Wait;
    }

    public static bool TimeOut(WriteSession session, long instanceId, DateTimeOffset silentSinceUtc) =>
        session.Execute(TimeOutSession, instanceId, silentSinceUtc) == 1;

    // Null when there is no such session yet and one is to be opened. Here, in the writer, two first requests of one name meet.
    private static JobInstance? Accepting(WriteSession session, UploadDelivery delivery)
    {
        if (delivery.InstanceId is { } id)
        {
            var found = UploadSql.Find(session, id);
            return found is { Accepts: true } ? found.Instance : throw Closed(id, found);
        }

        var definition = (delivery.Opening ?? throw new ArgumentException("Neither a session nor a job", nameof(delivery))).Definition;
        return UploadSql.FindOpen(
            session, definition.CompanyId, definition.OriginalName, definition.SubmitUserId, delivery.ClientAddress)?.Instance;
    }

    private static JobInstance Open(WriteSession session, UploadDelivery delivery)
    {
        var instance = InstanceWrites.AddPlainNamed(session, delivery.Opening!);
        session.Execute(InsertSession, instance.InstanceId, delivery.ClientAddress, session.UtcNow);
        return instance;
    }

    private static void AddFiles(WriteSession session, long instanceId, IReadOnlyList<StagedUpload> files)
    {
        if (files.Count == 0)
            return;
        var number = session.Number(LastNumber, instanceId) ?? 0;
        foreach (var file in files)
            session.Execute(InsertFile, instanceId, ++number, file.StagedPath, file.Path, file.Size, file.Sha256);
    }

    private static StateConflictException Closed(long id, UploadSession? found) => new(
        "upload session " + id.ToString(CultureInfo.InvariantCulture), nameof(UploadSessionState.Open), found?.State.ToString() ?? "gone");
}
