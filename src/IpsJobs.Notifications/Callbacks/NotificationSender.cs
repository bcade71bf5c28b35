using IpsJobs.Core.Configuration;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Outbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Notifications.Callbacks;

/// <summary>Sends the HTTP notifications of the outbox: three attempts, then a warning on the job's End row.</summary>
public sealed class NotificationSender(
    IOutbox outbox,
    IJobQueries queries,
    NotificationCaller caller,
    ServerClock clock,
    ILogger<NotificationSender> logger) : BackgroundService
{
    // Far more than can be under way, so that rows of a slow receiver do not hide those of the others.
    private const int ListLimit = 500;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);
    private readonly OutboxWatch watch = new(outbox, OutboxKind.Notification, clock);
    private readonly CallSlots slots = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            await RoundAsync(stoppingToken);
        await Task.WhenAll(slots.Tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        try
        {
            watch.Listen(cancellationToken);
            await BeginDueAsync(cancellationToken);
            await watch.WaitAsync(slots.Tasks, cancellationToken);
            // A call fails here only when its result could not be stored; its row is then still due.
            await Task.WhenAll(slots.RemoveEnded());
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The rows wait in the outbox for the next start.
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "The outgoing notifications cannot be read or marked; next try in {Pause}", AfterFailure);
            await Task.Delay(AfterFailure, clock.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task BeginDueAsync(CancellationToken cancellationToken)
    {
        foreach (var item in await outbox.ListDueAsync(OutboxKind.Notification, clock.UtcNow, ListLimit, cancellationToken))
        {
            var host = Uri.TryCreate(item.Target, UriKind.Absolute, out var address) ? address.Host : item.Target;
            if (slots.HasRoomFor(item.OutboxId, host))
                slots.Add(item.OutboxId, host, SendAsync(item, cancellationToken));
        }
    }

    private async Task SendAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        var beganUtc = clock.UtcNow;
        try
        {
            var instance = await queries.FindInstanceAsync(item.InstanceId, cancellationToken)
                ?? throw NotificationFailedException.JobGone();
            await caller.CallAsync(item, instance, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            await FailAsync(item, beganUtc, failure, cancellationToken);
            return;
        }
        await outbox.MarkSentAsync(OutboxKind.Notification, [item.OutboxId], cancellationToken);
    }

    private async Task FailAsync(OutboxItem item, DateTimeOffset beganUtc, Exception failure, CancellationToken cancellationToken)
    {
        var nextUtc = RetryPlan.Notification.Next(item.Attempts, beganUtc);
        var (text, reason) = Reason(failure);
        logger.LogWarning(
            "Notification {OutboxId} of instance {InstanceId} failed, next try at {NextUtc}: {Reason}",
            item.OutboxId, item.InstanceId, nextUtc, text);
        // First the warning: a crash in between costs a second warning, the other way round it would cost the only one.
        if (nextUtc is null)
            await outbox.NoteUndeliveredAsync(item.InstanceId, NotificationAddress.ForDisplay(item.Target), reason, cancellationToken);
        await outbox.MarkFailedAsync(OutboxKind.Notification, item.OutboxId, text, nextUtc, cancellationToken);
    }

    // The message of an exception nobody expected may hold the address with its secrets.
    private static (string Text, LocalizedMessage Reason) Reason(Exception failure) => failure is NotificationFailedException known
        ? (known.Message, known.Reason)
        : (failure.GetType().Name, new LocalizedMessage("Log.Notification.Unexpected", failure.GetType().Name));
}
