using System.Threading.Channels;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Outbox;

namespace IpsJobs.Notifications.Tests.Fakes;

/// <summary>The outbox in memory, recording what becomes of its rows.</summary>
internal sealed class FakeOutbox(TimeProvider time) : IOutbox
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, (OutboxItem Item, DateTimeOffset DueUtc)> waiting = [];
    private readonly Channel<bool> arrivals = Channel.CreateUnbounded<bool>();
    private long lastId;

    public Signal<OutboxMark> Marks { get; } = new();

    public Signal<(long InstanceId, string Url, LocalizedMessage Reason)> Notes { get; } = new();

    /// <summary>Calls of ListDue still to fail.</summary>
    public int ListFailures { get; set; }

    /// <summary>Calls of MarkSent still to fail.</summary>
    public int MarkFailures { get; set; }

    public OutboxItem Add(
        string target, string emailSetting = "", long instanceId = 17, string? locale = null, int attempts = 0, Notice? notice = null)
    {
        OutboxItem item;
        lock (gate)
        {
            var id = ++lastId;
            item = new OutboxItem(id, instanceId, $"row-{id}", target, emailSetting, locale, attempts, time.GetUtcNow()) { Notice = notice };
            waiting.Add(id, (item, time.GetUtcNow()));
        }
        arrivals.Writer.TryWrite(true);
        return item;
    }

    public Task<IReadOnlyList<OutboxItem>> ListDueAsync(
        OutboxKind kind, DateTimeOffset utcNow, int limit, CancellationToken cancellationToken)
    {
        if (ListFailures-- > 0)
            throw new IOException("the database is away");
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<OutboxItem>>(
                [.. waiting.Values.Where(r => r.DueUtc <= utcNow).OrderBy(r => r.DueUtc).Take(limit).Select(r => r.Item)]);
        }
    }

    public Task<DateTimeOffset?> NextDueAsync(OutboxKind kind, CancellationToken cancellationToken)
    {
        lock (gate)
            return Task.FromResult(waiting.Values.Select(r => (DateTimeOffset?)r.DueUtc).Min());
    }

    public Task MarkSentAsync(OutboxKind kind, IReadOnlyList<long> outboxIds, CancellationToken cancellationToken)
    {
        if (MarkFailures-- > 0)
            throw new IOException("the database is away");
        foreach (var id in outboxIds)
        {
            lock (gate)
                waiting.Remove(id);
            Marks.Add(new OutboxMark(id, Sent: true, Reason: null, NextUtc: null));
        }
        return Task.CompletedTask;
    }

    public Task MarkFailedAsync(
        OutboxKind kind, long outboxId, string reason, DateTimeOffset? nextUtc, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            waiting.Remove(outboxId, out var row);
            if (nextUtc is { } next)
                waiting.Add(outboxId, (row.Item with { Attempts = row.Item.Attempts + 1 }, next));
        }
        Marks.Add(new OutboxMark(outboxId, Sent: false, reason, nextUtc));
        return Task.CompletedTask;
    }

    public Task NoteUndeliveredAsync(long instanceId, string url, LocalizedMessage reason, CancellationToken cancellationToken)
    {
        Notes.Add((instanceId, url, reason));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<OutboxState>> ListAsync(OutboxKind kind, bool onlyFailed, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int> RetryFailedAsync(OutboxKind kind, long? outboxId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task WaitForNewAsync(OutboxKind kind, CancellationToken cancellationToken) =>
        arrivals.Reader.ReadAsync(cancellationToken).AsTask();
}
