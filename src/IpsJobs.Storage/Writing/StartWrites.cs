using IpsJobs.Core.Jobs;

namespace IpsJobs.Storage.Writing;

/// <summary>Takes an instance on, for the first time or again.</summary>
internal static class StartWrites
{
    private const string Update =
        """
        UPDATE "Instances" SET "ServerName" = ?2, "StartUtc" = coalesce("StartUtc", ?3), "Interruptions" = "Interruptions" + ?4,
        "LogType" = CASE "LogType" WHEN '' THEN ?5 ELSE "LogType" END
        WHERE "InstanceId" = ?1
        """;

    /// <exception cref="StateConflictException">It has ended.</exception>
    public static JobInstance Start(WriteSession session, InstanceStart start)
    {
        var instance = InstanceWrites.GetLive(session, start.InstanceId);
        var interrupted = instance.State is InstanceState.Running or InstanceState.Stopping or InstanceState.Unknown;
        if (instance.State is not (InstanceState.Running or InstanceState.Stopping))
            InstanceWrites.Move(session, instance.InstanceId, instance.State, InstanceState.Running);
        var logType = start.Rows.Count > 0 ? start.Rows[0].LogType : "";
        session.Execute(Update, start.InstanceId, start.ServerName, session.UtcNow, interrupted ? 1 : 0, logType);
        if (!LogWrites.HasRows(session, start.InstanceId))
            LogWrites.Add(session, start.InstanceId, start.Rows);
        else if (interrupted)
            NoteResume(session, start);
        return InstanceWrites.Get(session, start.InstanceId);
    }

    // The note counts like every remark of its kind, so that counters can always be told from the rows.
    private static void NoteResume(WriteSession session, InstanceStart start)
    {
        LogWrites.RemarkOnBegin(session, start.InstanceId, start.ResumeNote);
        if (start.ResumeNote.LogType == Core.Constants.LogTypes.UploadWarning)
            LogWrites.Count(session, start.InstanceId, new JobCounters { FileWarning = 1 });
    }
}
