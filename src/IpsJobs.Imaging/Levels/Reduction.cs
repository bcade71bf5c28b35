using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Makes the next smaller level of a picture.</summary>
internal static class Reduction
{
    private const double KernelRadius = 3;
    private const int Rounding = 3;

    /// <summary>Size of the next smaller level along one side: half, rounded down, and at least one pixel.</summary>
    public static int Half(int length) => Math.Max(1, length / 2);

    /// <summary>Half as wide and high; computed when its pixels are asked for.</summary>
    public static Image Halve(Image image)
    {
        var (width, height) = (Half(image.Width), Half(image.Height));
        return image.HasAlpha() ? WithAlpha(image, width, height) : Reduce(image, width, height);
    }

    /// <summary>How many rows above and below its own place a reduced row is made of.</summary>
    public static int Reach(int height) => (int)Math.Ceiling(KernelRadius * height / Half(height)) + Rounding;

    // Colours are weighed by their opacity, or what was knocked out would shine through at the edges.
    private static Image WithAlpha(Image image, int width, int height)
    {
        using var weighed = image.Premultiply();
        using var reduced = Reduce(weighed, width, height);
        using var plain = reduced.Unpremultiply();
        using var whole = plain.Rint();
        return whole.Cast(image.Format);
    }

    private static Image Reduce(Image image, int width, int height) =>
        image.Reduce((double)image.Width / width, (double)image.Height / height, kernel: Enums.Kernel.Lanczos3);
}
