using System.Threading.Channels;
using IpsJobs.Core.Outbox;

namespace IpsJobs.Storage.Outbox;

/// <summary>Wakes the senders when a commit has added rows for them.</summary>
internal sealed class OutboxSignals
{
    // Room for one: any number of commits between two waits is one signal.
    private readonly Channel<bool> mail = Create();
    private readonly Channel<bool> notifications = Create();

    public void Raise(OutboxKind kind) => Of(kind).Writer.TryWrite(true);

    /// <summary>Completes at once when there was a commit since the last wait.</summary>
    public async Task WaitAsync(OutboxKind kind, CancellationToken cancellationToken) =>
        await Of(kind).Reader.ReadAsync(cancellationToken).ConfigureAwait(false);

    private Channel<bool> Of(OutboxKind kind) => kind == OutboxKind.Mail ? mail : notifications;

    private static Channel<bool> Create() =>
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
}
