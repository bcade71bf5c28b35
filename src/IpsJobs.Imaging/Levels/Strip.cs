using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Rows of a level in memory; several may hold it at once, and each disposes of it when it is done.</summary>
internal sealed class Strip(Image image, Action release) : IDisposable
{
    private int holders = 1;

    public Image Image => image;

    public int Height => image.Height;

    /// <returns>The same strip, to be disposed of once more.</returns>
    public Strip Share()
    {
        Interlocked.Increment(ref holders);
        return this;
    }

    public void Dispose()
    {
        if (Interlocked.Decrement(ref holders) > 0)
            return;
        image.Dispose();
        release();
    }
}
