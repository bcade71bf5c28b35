using NetVips;

namespace IpsJobs.Imaging;

/// <summary>The memory of the strips of one level: taken from the system once and used for one strip after another.</summary>
/// <remarks>To take it anew for every strip costs as much time as to decode a picture, and a heap that serves so large pieces keeps growing.</remarks>
internal sealed class StripPool : IDisposable
{
    private readonly Stack<PixelMemory> free = new();
    private bool isClosed;

    /// <summary>Computes rows into memory.</summary>
    /// <param name="rows">As wide as the level, and no higher than a strip.</param>
    public Strip Compute(Image rows)
    {
        var memory = Take(rows);
        Image? strip = null;
        try
        {
            var size = Pyramid.RowSize(rows) * rows.Height;
            using var pixels = MemoryImage.Over(memory.Start, size, rows.Width, rows.Height, rows.Bands, rows.Format);
            strip = pixels.Copy(interpretation: rows.Interpretation, xres: rows.Xres, yres: rows.Yres);
            rows.Write(pixels);
            return new Strip(strip, () => Return(memory));
        }
        catch
        {
            strip?.Dispose();
            Return(memory);
            throw;
        }
    }

    // Strips that are still being encoded release their memory when they return it.
    public void Dispose()
    {
        lock (free)
        {
            isClosed = true;
            while (free.TryPop(out var memory))
                memory.Dispose();
        }
    }

    private PixelMemory Take(Image rows)
    {
        lock (free)
        {
            if (free.TryPop(out var memory))
                return memory;
        }
        return new PixelMemory(Pyramid.RowSize(rows) * Pyramid.StripHeight);
    }

    private void Return(PixelMemory memory)
    {
        lock (free)
        {
            if (isClosed)
                memory.Dispose();
            else
                free.Push(memory);
        }
    }
}
