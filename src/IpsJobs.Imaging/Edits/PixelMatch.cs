using IpsJobs.Core.Constants;
using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Tells which pixels have the colour of a corner.</summary>
internal static class PixelMatch
{
    // Products such as 0.1 times 255 must not fall short of the whole number they stand for.
    private const double Slack = 1e-6;

    /// <summary>255 where a pixel differs from the corner's in some channel by more than the tolerance, otherwise 0.</summary>
    /// <remarks>Alpha images are compared by their premultiplied colours, so that what cannot be seen has no colour.</remarks>
    public static Image Differs(Image image, string corner, double tolerance)
    {
        using var colours = ColoursOf(image);
        var seed = colours.Getpoint(CornerX(image, corner), CornerY(image, corner));
        using var difference = colours - seed;
        using var strength = difference.Abs();
        using var over = strength > tolerance * MaximumOf(image) + Slack;
        return over.Bandbool(Enums.OperationBoolean.Or);
    }

    public static int CornerX(Image image, string corner) => corner is Corners.UpperRight or Corners.BottomRight ? image.Width - 1 : 0;

    public static int CornerY(Image image, string corner) => corner is Corners.BottomLeft or Corners.BottomRight ? image.Height - 1 : 0;

    public static double MaximumOf(Image image) => image.Format == Enums.BandFormat.Ushort ? ushort.MaxValue : byte.MaxValue;

    private static Image ColoursOf(Image image)
    {
        if (!image.HasAlpha())
            return image.Copy();
        using var weighed = image.Premultiply();
        return weighed.ExtractBand(0, n: image.Bands - 1);
    }
}
