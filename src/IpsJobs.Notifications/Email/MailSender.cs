using IpsJobs.Core.Configuration;
using IpsJobs.Core.Outbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Notifications.Email;

/// <summary>Sends the mails of the outbox, in batches over one connection.</summary>
/// <remarks>A mail that cannot be sent is tried for a day and then given up; it never touches the job.</remarks>
public sealed class MailSender(
    IOutbox outbox,
    IMailTransport transport,
    JobReportReader reports,
    MailComposer composer,
    ServerClock clock,
    ILogger<MailSender> logger) : BackgroundService
{
    private const int BatchSize = 200;
    private const int MaxReason = 200;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);
    private readonly OutboxWatch watch = new(outbox, OutboxKind.Mail, clock);
    private readonly MailPreparation preparation = new(reports, composer);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            await RoundAsync(stoppingToken);
    }

    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        try
        {
            watch.Listen(cancellationToken);
            var due = await outbox.ListDueAsync(OutboxKind.Mail, clock.UtcNow, BatchSize, cancellationToken);
            if (due.Count > 0)
                await SendBatchAsync(due, cancellationToken);
            else
                await watch.WaitAsync([], cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The rows wait in the outbox for the next start.
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "The outgoing mail cannot be read or marked; next try in {Pause}", AfterFailure);
            await Task.Delay(AfterFailure, clock.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SendBatchAsync(IReadOnlyList<OutboxItem> due, CancellationToken cancellationToken)
    {
        if (await OpenAsync(due, cancellationToken) is not { } session)
            return;
        var marks = new SentMarks(outbox, clock);
        await using (session)
        {
            try
            {
                await SendAsync(session, marks, due, cancellationToken);
            }
            finally
            {
                // Before rows are listed again, and before a stop closes the store.
                await marks.CompleteAsync();
            }
        }
    }

    private async Task SendAsync(IMailSession session, SentMarks marks, IReadOnlyList<OutboxItem> due, CancellationToken cancellationToken)
    {
        await foreach (var mail in preparation.PrepareAsync(due, cancellationToken))
        {
            // What is left when the connection breaks is still due and goes over the next one.
            if (!session.IsOpen)
                break;
            await SendAsync(session, marks, mail, cancellationToken);
        }
    }

    // Null: the server cannot be reached, and every mail of the batch has counted an attempt.
    private async Task<IMailSession?> OpenAsync(IReadOnlyList<OutboxItem> due, CancellationToken cancellationToken)
    {
        var beganUtc = clock.UtcNow;
        try
        {
            return await transport.OpenAsync(cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(failure, "No connection for {Count} mails", due.Count);
            foreach (var item in due)
                await FailAsync(item, Reason(failure), RetryPlan.Mail.Next(item.Attempts, beganUtc), cancellationToken);
            return null;
        }
    }

    private async Task SendAsync(IMailSession session, SentMarks marks, PreparedMail mail, CancellationToken cancellationToken)
    {
        var beganUtc = clock.UtcNow;
        try
        {
            await session.SendAsync(mail.Message ?? throw mail.Failure!, cancellationToken);
            marks.Add(mail.Item.OutboxId);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            var isFinal = failure is MailRefusedException { IsPermanent: true };
            var nextUtc = isFinal ? null : RetryPlan.Mail.Next(mail.Item.Attempts, beganUtc);
            await FailAsync(mail.Item, Reason(failure), nextUtc, cancellationToken);
        }
    }

    // Mail servers answer in several lines, some with half a manual.
    private static string Reason(Exception failure)
    {
        var line = failure.Message.ReplaceLineEndings(" ");
        return line.Length > MaxReason ? line[..MaxReason] : line;
    }

    private async Task FailAsync(OutboxItem item, string reason, DateTimeOffset? nextUtc, CancellationToken cancellationToken)
    {
        if (nextUtc is null)
            logger.LogError("Mail {OutboxId} of instance {InstanceId} is given up: {Reason}", item.OutboxId, item.InstanceId, reason);
        else
            logger.LogWarning("Mail {OutboxId} failed, next try at {NextUtc}: {Reason}", item.OutboxId, nextUtc, reason);
        await outbox.MarkFailedAsync(OutboxKind.Mail, item.OutboxId, reason, nextUtc, cancellationToken);
    }
}
