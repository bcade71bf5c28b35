using IpsJobs.Core.Assets;
using NetVips;

namespace IpsJobs.Imaging;

/// <summary>A level on its way: takes its rows from top to bottom, hands them on to be encoded, and makes the next smaller level of them.</summary>
/// <remarks>No more rows are kept than the filters of this level and the next one reach: memory does not grow with the height of a picture.</remarks>
internal sealed class Level : IDisposable
{
    private readonly LevelRows rows;
    private readonly StripPool pool = new();
    private readonly int number;
    private readonly UnsharpRequest? unsharp;
    private readonly int sharpReach;
    private readonly TileQueue tiles;
    private readonly Level? smaller;
    private int made;
    private int encoded;

    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="unsharp">Sharpens the reduced levels; null for none.</param>
    /// <param name="tiles">Where finished rows go.</param>
    /// <param name="number">0 for the full picture.</param>
    public Level(int width, int height, UnsharpRequest? unsharp, TileQueue tiles, int number = 0)
    {
        (this.unsharp, this.tiles, this.number) = (unsharp, tiles, number);
        // The full level stays as it is.
        sharpReach = unsharp is null || number == 0 ? 0 : UnsharpMask.Reach(unsharp);
        rows = new LevelRows(width, height);
        if (width > Pyramid.TileSize || height > Pyramid.TileSize)
            smaller = new Level(Reduction.Half(width), Reduction.Half(height), unsharp, tiles, number + 1);
    }

    /// <param name="next">The next rows, as many as a strip has, or fewer at the end; they are computed here.</param>
    public void Add(Image next)
    {
        var strip = pool.Compute(next);
        rows.Add(strip);
        if (sharpReach > 0)
            Sharpen();
        else
            tiles.Add(number, strip.Share());
        smaller?.Take(rows);
        var needed = sharpReach > 0 ? encoded - sharpReach : rows.Count;
        rows.Forget(smaller is null ? needed : Math.Min(needed, smaller.FirstNeeded(rows)));
    }

    public void Dispose()
    {
        rows.Dispose();
        pool.Dispose();
        smaller?.Dispose();
    }

    private int Below(int row) => Math.Min(row + Pyramid.StripHeight, rows.Height);

    private void Sharpen()
    {
        while (encoded < rows.Height && rows.Count >= Math.Min(Below(encoded) + sharpReach, rows.Height))
        {
            using var whole = rows.Whole();
            using var sharp = UnsharpMask.Apply(whole, unsharp!);
            using var strip = sharp.Crop(0, encoded, rows.Width, Below(encoded) - encoded);
            tiles.Add(number, pool.Compute(strip));
            encoded = Below(encoded);
        }
    }

    private void Take(LevelRows above)
    {
        while (made < rows.Height && above.Count >= Math.Min(PlaceAbove(above, Below(made)) + Reduction.Reach(above.Height), above.Height))
        {
            using var whole = above.Whole();
            using var reduced = Reduction.Halve(whole);
            using var strip = reduced.Crop(0, made, rows.Width, Below(made) - made);
            made = Below(made);
            Add(strip);
        }
    }

    private int FirstNeeded(LevelRows above) => PlaceAbove(above, made) - Reduction.Reach(above.Height);

    private int PlaceAbove(LevelRows above, int row) => (int)((long)row * above.Height / rows.Height);
}
