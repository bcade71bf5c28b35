namespace IpsJobs.Imaging;

/// <summary>The time in which a picture has one of the slots.</summary>
public sealed class PictureTurn
{
    private readonly CancellationTokenSource limit;
    private readonly TimeSpan timeout;
    private readonly SemaphoreSlim large;

    internal PictureTurn(CancellationTokenSource limit, TimeSpan timeout, SemaphoreSlim large)
    {
        (this.limit, this.timeout, this.large) = (limit, timeout, large);
        limit.CancelAfter(timeout);
    }

    /// <summary>Ends the work when nobody wants it any more, or when it takes too long.</summary>
    public CancellationToken Token => limit.Token;

    /// <summary>Waits until no other large picture is worked on. The wait is no time of the picture's own: its limit starts anew after it.</summary>
    /// <returns>To be disposed of when the next large picture may come.</returns>
    /// <exception cref="OperationCanceledException">Nobody wants it any more.</exception>
    public IDisposable BeAlone()
    {
        limit.CancelAfter(Timeout.InfiniteTimeSpan);
        large.Wait(limit.Token);
        limit.CancelAfter(timeout);
        return new Place(large);
    }

    private sealed class Place(SemaphoreSlim large) : IDisposable
    {
        public void Dispose()
        {
            large.Release();
            NativeHeap.NoteLargePicture();
        }
    }
}
