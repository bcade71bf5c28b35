using NetVips;

namespace IpsJobs.Imaging;

/// <summary>The rows of a level that somebody still needs, in memory; they come from top to bottom.</summary>
internal sealed class LevelRows(int width, int height) : IDisposable
{
    private readonly Queue<Strip> strips = new();
    private int first;

    public int Width => width;

    public int Height => height;

    /// <summary>Rows that have come.</summary>
    public int Count { get; private set; }

    /// <param name="strip">The rows after those that came before, belongs to this object from now on.</param>
    public void Add(Strip strip)
    {
        strips.Enqueue(strip);
        Count += strip.Height;
    }

    /// <summary>A picture of the size of the whole level, where every row that is kept lies at its own place.</summary>
    /// <remarks>
    /// Filters see the true edges of the level, so that a part of their result is the same, to the bit, as if the whole level was there.
    /// The rows that are not here are black; nobody may ask for a pixel that is made of them.
    /// </remarks>
    public Image Whole()
    {
        using var kept = Joined();
        return kept.Embed(0, first, width, height);
    }

    /// <summary>Lets go of strips that lie above a row altogether.</summary>
    public void Forget(int row)
    {
        while (strips.TryPeek(out var strip) && first + strip.Height <= row)
        {
            first += strip.Height;
            strips.Dequeue().Dispose();
        }
    }

    public void Dispose()
    {
        while (strips.TryDequeue(out var strip))
            strip.Dispose();
    }

    private Image Joined()
    {
        var joined = strips.Peek().Image.Copy();
        foreach (var strip in strips.Skip(1))
        {
            using var upper = joined;
            joined = upper.Join(strip.Image, Enums.Direction.Vertical);
        }
        return joined;
    }
}
