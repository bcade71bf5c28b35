using System.Threading.Channels;

namespace IpsJobs.Scheduling.Dispatch;

/// <summary>Letters to the dispatch loop, in order. Posting never waits, because submissions stand behind it.</summary>
internal sealed class Mailbox
{
    private readonly Channel<Letter> letters = Channel.CreateUnbounded<Letter>(new UnboundedChannelOptions { SingleReader = true });

    public void Post(Letter letter) => letters.Writer.TryWrite(letter);

    public bool TryRead(out Letter letter) => letters.Reader.TryRead(out letter!);

    /// <summary>Waits until there is a letter; false once the box is closed and empty.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => letters.Reader.WaitToReadAsync(cancellationToken);
}
