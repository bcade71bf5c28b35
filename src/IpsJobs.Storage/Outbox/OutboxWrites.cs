using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Outbox;
using IpsJobs.Storage.Writing;

namespace IpsJobs.Storage.Outbox;

/// <summary>Adds outgoing rows and records what became of them.</summary>
internal static class OutboxWrites
{
    private const string Insert =
        """
        INSERT INTO "Outbox" ("Kind", "InstanceId", "Identity", "Target", "EmailSetting", "Locale", "Attempts", "CreatedUtc", "NextUtc", "Notice")
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7, ?7, ?8)
        """;

    private const string Sent =
        """
        UPDATE "Outbox" SET "Attempts" = "Attempts" + 1, "SentUtc" = ?3, "NextUtc" = NULL
        WHERE "OutboxId" = ?1 AND "Kind" = ?2 AND "SentUtc" IS NULL
        """;

    private const string Failed =
        """
        UPDATE "Outbox" SET "Attempts" = "Attempts" + 1, "LastError" = ?3, "NextUtc" = ?4
        WHERE "OutboxId" = ?1 AND "Kind" = ?2 AND "SentUtc" IS NULL
        """;

    private const string Retry =
        """
        UPDATE "Outbox" SET "Attempts" = 0, "NextUtc" = ?2
        WHERE "Kind" = ?1 AND "SentUtc" IS NULL AND "NextUtc" IS NULL AND (?3 IS NULL OR "OutboxId" = ?3)
        """;

    public static void AddMail(WriteSession session, long instanceId, NewMail mail) =>
        Add(session, OutboxKind.Mail, instanceId, mail.Recipient, mail.EmailSetting, mail.Locale);

    // Users have no language of their own, so a notice is read in that of the server.
    public static void AddNotice(WriteSession session, string recipient, Notice notice) =>
        Add(session, OutboxKind.Mail, instanceId: null, recipient, emailSetting: "", locale: null, StoreJson.Write(notice));

    public static void AddNotification(WriteSession session, long instanceId, NewNotification notification) =>
        Add(session, OutboxKind.Notification, instanceId, notification.Url, emailSetting: "", locale: null);

    public static void MarkSent(WriteSession session, OutboxKind kind, IReadOnlyList<long> outboxIds)
    {
        foreach (var id in outboxIds)
            session.Execute(Sent, id, (int)kind, session.UtcNow);
    }

    public static void MarkFailed(WriteSession session, OutboxKind kind, long outboxId, string reason, DateTimeOffset? nextUtc) =>
        session.Execute(Failed, outboxId, (int)kind, reason, nextUtc);

    public static int RetryFailed(WriteSession session, OutboxKind kind, long? outboxId) =>
        session.Execute(Retry, (int)kind, session.UtcNow, outboxId);

    public static void NoteUndelivered(WriteSession session, long instanceId, string url, LocalizedMessage reason)
    {
        var message = new LocalizedMessage("Log.NotificationUndelivered", url, NestedMessage.Write(reason));
        LogWrites.RemarkOnEnd(session, instanceId, new AuxEntry(LogTypes.UploadWarning, message, session.UtcNow));
    }

    // The identity is drawn once and stored, so that every attempt carries the same.
    private static void Add(
        WriteSession session, OutboxKind kind, long? instanceId, string target, string emailSetting, string? locale, string? notice = null) =>
        session.Execute(Insert, (int)kind, instanceId, Guid.NewGuid().ToString("N"), target, emailSetting, locale, session.UtcNow, notice);
}
