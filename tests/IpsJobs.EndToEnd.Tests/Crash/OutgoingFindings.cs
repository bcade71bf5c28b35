using IpsJobs.Core.Outbox;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Crash;

/// <summary>Whether mails and notifications went out: at least once, and every time with one identity.</summary>
internal sealed class OutgoingFindings(ServerWorld world, IReadOnlyList<LoadJob> jobs, IReadOnlyList<UploadSessionLoad> sessions)
{
    private const string IdentityHeader = "X-IPS-Notification-Id";
    private const string MailHeader = "Message-Id: ";

    public IEnumerable<string> List()
    {
        var rows = world.Store.List(
            """
            SELECT o."Kind", o."Identity", i."InstanceName", o."InstanceId", o."SentUtc" IS NOT NULL, i."OriginalName",
            i."InitiatingJobName" IS NOT NULL FROM "Outbox" o JOIN "Instances" i ON i."InstanceId" = o."InstanceId"
            """,
            r => new OutgoingRow((OutboxKind)r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetInt64(3))
            {
                IsSent = r.GetBoolean(4), OriginalName = r.GetString(5), IsFollowOn = r.GetBoolean(6),
            });
        return rows.Where(r => !r.IsSent).Select(r => $"The {r.Kind} of {r.InstanceName} was not sent")
            .Concat(Mails(rows.Where(r => r.Kind == OutboxKind.Mail).ToLookup(r => r.InstanceId)))
            .Concat(Notifications(rows.Where(r => r.Kind == OutboxKind.Notification && !r.IsFollowOn).ToLookup(r => r.OriginalName)));
    }

    private IEnumerable<string> Mails(ILookup<long, OutgoingRow> rows)
    {
        var sent = Directory.EnumerateFiles(world.Data.Mail, "*.eml").Select(MessageIdOf).ToLookup(id => id);
        foreach (var instance in StoredInstance.ListOf(world.Store))
        {
            var mails = rows[instance.Id].ToList();
            if (mails.Count != 1)
                yield return $"{instance.Name} has {mails.Count} mails to send instead of one";
            foreach (var mail in mails.Where(m => !sent.Contains(m.Identity)))
                yield return $"The mail of {instance.Name} is not among the files ({mail.Identity})";
        }
        foreach (var stranger in sent.Select(s => s.Key).Except(rows.SelectMany(r => r).Select(r => r.Identity)))
            yield return $"A mail with the Message-ID {stranger} belongs to no job";
        foreach (var half in Directory.EnumerateFiles(world.Data.Mail).Where(f => !f.EndsWith(".eml", StringComparison.Ordinal)))
            yield return "Left among the mails: " + half;
    }

    private IEnumerable<string> Notifications(ILookup<string, OutgoingRow> rows)
    {
        var received = world.Web.Requests.ToLookup(r => r.Path, r => r.Headers.GetValueOrDefault(IdentityHeader));
        var due = jobs.Select(j => (j.Name, j.Handle, j.NotificationPath)).Concat(sessions.Select(s => (s.Name, s.Handle, s.NotificationPath)));
        foreach (var (name, handle, path) in due.Where(d => d.NotificationPath is not null))
        {
            var identities = rows[name].Select(r => r.Identity).ToList();
            if (handle is not null && identities.Count != 1)
                yield return $"{name} has {identities.Count} notifications instead of one";
            if (!received[path!].Distinct().SequenceEqual(identities))
                yield return $"{name} was notified as {string.Join(' ', received[path!])}, stored is {string.Join(' ', identities)}";
        }
    }

    private static string MessageIdOf(string path)
    {
        var line = File.ReadLines(path).First(l => l.StartsWith(MailHeader, StringComparison.OrdinalIgnoreCase));
        return line[MailHeader.Length..].Trim('<', '>', ' ').Split('@')[0];
    }
}
