using IpsJobs.Core.Outbox;
using MimeKit;

namespace IpsJobs.Notifications.Email;

/// <summary>Makes the mails of a batch a few ahead of their sending, so that the connection never waits for a job log to be read.</summary>
internal sealed class MailPreparation(JobReportReader reports, MailComposer composer)
{
    private const int Ahead = 4;

    /// <summary>The mails in the order of their rows.</summary>
    public async IAsyncEnumerable<PreparedMail> PrepareAsync(
        IReadOnlyList<OutboxItem> items, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var begun = new Queue<Task<PreparedMail>>();
        foreach (var item in items)
        {
            begun.Enqueue(Task.Run(() => PrepareAsync(item, cancellationToken), cancellationToken));
            if (begun.Count > Ahead)
                yield return await begun.Dequeue();
        }

        while (begun.TryDequeue(out var next))
            yield return await next;
    }

    private async Task<PreparedMail> PrepareAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        try
        {
            return new PreparedMail(item, await ComposeAsync(item, cancellationToken), Failure: null);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return new PreparedMail(item, Message: null, failure);
        }
    }

    private async Task<MimeMessage> ComposeAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        if (item.Notice is { } notice)
            return composer.Compose(item, notice);
        var report = await reports.ReadAsync(item.InstanceId, item.EmailSetting, cancellationToken)
            ?? throw new MailRefusedException("The job no longer exists", isPermanent: true);
        return composer.Compose(item, report);
    }
}
