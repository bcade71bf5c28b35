using IpsJobs.Core.Configuration;
using IpsJobs.Core.Outbox;

namespace IpsJobs.Notifications;

/// <summary>Sleeps until the outbox may hold something to send. For the one loop that owns it.</summary>
internal sealed class OutboxWatch(IOutbox outbox, OutboxKind kind, ServerClock clock)
{
    // Rows of another process on the same database give no signal here.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WhileBusy = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);

    private Task? arrival;

    /// <summary>Starts to listen. To be called before rows are listed, so that none can arrive unheard in between.</summary>
    public void Listen(CancellationToken cancellationToken) => arrival ??= outbox.WaitForNewAsync(kind, cancellationToken);

    /// <summary>Completes on a new row, when the next row falls due, or when one of <paramref name="work"/> is done.</summary>
    public async Task WaitAsync(IReadOnlyCollection<Task> work, CancellationToken cancellationToken)
    {
        Listen(cancellationToken);
        var pause = Pause(await outbox.NextDueAsync(kind, cancellationToken), busy: work.Count > 0);
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny([arrival!, Task.Delay(pause, clock.Time, timer.Token), .. work]);
        await timer.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        if (first == arrival)
            await HeardAsync(first);
    }

    // Rows in work are still due, so their time says nothing about when to look again.
    private TimeSpan Pause(DateTimeOffset? nextUtc, bool busy)
    {
        var pause = nextUtc is { } due ? due - clock.UtcNow : Longest;
        if (pause <= TimeSpan.Zero)
            return busy ? WhileBusy : Shortest;
        return pause < Longest ? pause : Longest;
    }

    private async Task HeardAsync(Task heard)
    {
        arrival = null;
        await heard;
    }
}
