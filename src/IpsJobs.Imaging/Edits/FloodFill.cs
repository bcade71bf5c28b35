namespace IpsJobs.Imaging;

/// <summary>Fills the connected region around a pixel, row by row; pixels are neighbours by their sides, not their corners.</summary>
internal static class FloodFill
{
    public const byte Filled = 1;
    private const byte Open = 0;

    /// <summary>Sets every open (0) pixel that is connected with the first one to <see cref="Filled"/>.</summary>
    /// <param name="pixels">Row by row.</param>
    /// <param name="width">Of the picture.</param>
    /// <param name="height">Of the picture.</param>
    /// <param name="startX">First pixel; nothing is filled when it is not open.</param>
    /// <param name="startY">First pixel.</param>
    public static void Mark(Span<byte> pixels, int width, int height, int startX, int startY)
    {
        var pending = new Stack<(int X, int Y)>();
        pending.Push((startX, startY));
        while (pending.TryPop(out var at))
        {
            var row = pixels.Slice(at.Y * width, width);
            if (row[at.X] != Open)
                continue;
            var (first, last) = FillRun(row, at.X);
            if (at.Y > 0)
                PushRuns(pixels.Slice((at.Y - 1) * width, width), first, last, at.Y - 1, pending);
            if (at.Y < height - 1)
                PushRuns(pixels.Slice((at.Y + 1) * width, width), first, last, at.Y + 1, pending);
        }
    }

    private static (int First, int Last) FillRun(Span<byte> row, int at)
    {
        var (first, last) = (at, at);
        while (first > 0 && row[first - 1] == Open)
            first--;
        while (last < row.Length - 1 && row[last + 1] == Open)
            last++;
        row[first..(last + 1)].Fill(Filled);
        return (first, last);
    }

    // One pixel of each open run is enough: the run is widened when it is taken.
    private static void PushRuns(ReadOnlySpan<byte> row, int first, int last, int y, Stack<(int X, int Y)> pending)
    {
        for (var x = first; x <= last; x++)
        {
            if (row[x] == Open && (x == first || row[x - 1] != Open))
                pending.Push((x, y));
        }
    }
}
