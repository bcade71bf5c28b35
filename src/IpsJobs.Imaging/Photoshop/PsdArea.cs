namespace IpsJobs.Imaging;

/// <summary>An area of the canvas; may pass its edges.</summary>
internal readonly record struct PsdArea(int Left, int Top, int Width, int Height)
{
    public bool IsEmpty => Width <= 0 || Height <= 0;

    public int Right => Left + Width;

    public int Bottom => Top + Height;

    public PsdArea Within(PsdArea other)
    {
        var (left, top) = (Math.Max(Left, other.Left), Math.Max(Top, other.Top));
        return new PsdArea(left, top, Math.Min(Right, other.Right) - left, Math.Min(Bottom, other.Bottom) - top);
    }
}
