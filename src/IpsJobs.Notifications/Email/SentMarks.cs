using IpsJobs.Core.Configuration;
using IpsJobs.Core.Outbox;

namespace IpsJobs.Notifications.Email;

/// <summary>Makes durable which mails of a batch were taken, several in one commit, while the next ones leave.</summary>
/// <remarks>A commit costs as much as the sending of a mail. The price of sharing one: a crash sends the mails of the last
/// moment a second time, under the same Message-ID. Nothing here can be cancelled, because a stop would do the same.</remarks>
internal sealed class SentMarks(IOutbox outbox, ServerClock clock)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);
    private readonly Lock gate = new();
    private readonly TaskCompletionSource completing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Task> writes = [];
    private List<long> waiting = [];

    public void Add(long outboxId)
    {
        lock (gate)
        {
            waiting.Add(outboxId);
            if (waiting.Count == 1)
                writes.Add(WriteSoonAsync());
        }
    }

    /// <summary>Completes when all marks are durable, or fails with what kept one from it; its mail is then still due.</summary>
    public Task CompleteAsync()
    {
        completing.SetResult();
        lock (gate)
            return Task.WhenAll(writes);
    }

    private async Task WriteSoonAsync()
    {
        await Task.WhenAny(completing.Task, Task.Delay(Moment, clock.Time));
        await outbox.MarkSentAsync(OutboxKind.Mail, Take(), CancellationToken.None);
    }

    private List<long> Take()
    {
        lock (gate)
        {
            var taken = waiting;
            waiting = [];
            return taken;
        }
    }
}
