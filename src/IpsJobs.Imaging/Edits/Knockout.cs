using IpsJobs.Core.Assets;
using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Makes the background of a picture transparent; colours stay as they are.</summary>
internal static class Knockout
{
    /// <summary>A picture with alpha: 0 where knocked out, otherwise the alpha it had.</summary>
    public static Image Apply(Image image, KnockoutRequest request)
    {
        using var differs = PixelMatch.Differs(image, request.Corner, request.Tolerance);
        using var kept = request.Connected ? KeepUnconnected(differs, image, request.Corner) : differs.Copy();
        using var alpha = ToAlpha(image, kept);
        using var colours = image.HasAlpha() ? image.ExtractBand(0, n: image.Bands - 1) : image.Copy();
        using var joined = colours.Bandjoin(alpha);
        return joined.Copy(interpretation: image.Interpretation);
    }

    private static Image ToAlpha(Image image, Image kept)
    {
        var maximum = PixelMatch.MaximumOf(image);
        if (!image.HasAlpha())
        {
            using var full = kept.Ifthenelse(maximum, 0.0);
            return full.Cast(image.Format);
        }
        using var had = image[image.Bands - 1];
        using var less = kept.Ifthenelse(had, 0.0);
        return less.Cast(image.Format);
    }

    private static Image KeepUnconnected(Image differs, Image image, string corner)
    {
        var pixels = differs.WriteToMemory<byte>();
        FloodFill.Mark(pixels, image.Width, image.Height, PixelMatch.CornerX(image, corner), PixelMatch.CornerY(image, corner));
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = pixels[i] == FloodFill.Filled ? byte.MinValue : byte.MaxValue;
        return Image.NewFromMemory(pixels, image.Width, image.Height, 1, Enums.BandFormat.Uchar);
    }
}
