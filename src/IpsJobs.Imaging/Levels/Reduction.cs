using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Makes the next smaller level of a picture.</summary>
internal static class Reduction
{
    /// <summary>Half as wide and high, rounded down, and at least one pixel; computed into memory.</summary>
    public static Image Halve(Image image)
    {
        var (width, height) = (Math.Max(1, image.Width / 2), Math.Max(1, image.Height / 2));
        using var reduced = image.HasAlpha() ? WithAlpha(image, width, height) : Reduce(image, width, height);
        return reduced.CopyMemory();
    }

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
