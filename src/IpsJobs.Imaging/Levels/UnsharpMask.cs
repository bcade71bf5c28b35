using IpsJobs.Core.Assets;
using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Sharpens a level by what a blur takes away from it.</summary>
internal static class UnsharpMask
{
    private const double Precise = 0.1;
    private const int Rounding = 2;
    private const double FullRange = 255;
    private const double LightnessRange = 100;

    /// <summary>How many rows above and below its own place a sharpened row is made of.</summary>
    public static int Reach(UnsharpRequest request) => (int)Math.Ceiling(request.Radius / 2 * Math.Sqrt(-2 * Math.Log(Precise))) + Rounding;

    /// <summary>A sharpened picture of the same form; alpha stays as it is.</summary>
    public static Image Apply(Image image, UnsharpRequest request)
    {
        using var colours = image.HasAlpha() ? image.ExtractBand(0, n: image.Bands - 1) : image.Copy();
        // Ink has no brightness of its own to sharpen: CMYK goes channel by channel.
        var lightness = request.BrightnessOnly && colours.Bands == 3;
        using var sharp = lightness ? Lightness(colours, request) : Channels(colours, request, MaximumOf(image));
        using var whole = sharp.Rint();
        using var same = whole.Cast(image.Format);
        if (!image.HasAlpha())
            return same.Copy(interpretation: image.Interpretation);
        using var alpha = image[image.Bands - 1];
        using var joined = same.Bandjoin(alpha);
        return joined.Copy(interpretation: image.Interpretation);
    }

    private static Image Lightness(Image colours, UnsharpRequest request)
    {
        using var lab = colours.Colourspace(Enums.Interpretation.Lab);
        using var light = lab[0];
        using var rest = lab.ExtractBand(1, n: 2);
        using var sharp = Channels(light, request, LightnessRange);
        using var joined = sharp.Bandjoin(rest);
        using var marked = joined.Copy(interpretation: Enums.Interpretation.Lab);
        return marked.Colourspace(colours.Interpretation);
    }

    // Floating point throughout: rounding the blur would move differences across the threshold.
    private static Image Channels(Image channels, UnsharpRequest request, double maximum)
    {
        using var exact = channels.Cast(Enums.BandFormat.Float);
        using var blurred = exact.Gaussblur(request.Radius / 2, minAmpl: Precise, precision: Enums.Precision.Float);
        using var difference = exact - blurred;
        using var strength = difference.Abs();
        using var counts = strength > request.Threshold * maximum / FullRange;
        using var gain = difference * request.Amount;
        using var applied = counts.Ifthenelse(gain, 0.0);
        return exact + applied;
    }

    private static double MaximumOf(Image image) => image.Format == Enums.BandFormat.Ushort ? ushort.MaxValue : byte.MaxValue;
}
