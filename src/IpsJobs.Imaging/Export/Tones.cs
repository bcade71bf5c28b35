using IpsJobs.Core.Exports;
using NetVips;

namespace IpsJobs.Imaging.Export;

/// <summary>Commands that change colours and sharpness.</summary>
internal static class Tones
{
    private const double Percent = 100.0;

    public static void Apply(ImageSteps steps, ImageCommands commands, string? profilePath)
    {
        ToScreenColors(steps, commands, profilePath);
        if (commands.Blur > 0)
            steps.Do(image => image.Gaussblur(Math.Max(0.2, commands.Blur / 2)));
        if (commands.Sharpen > 0)
            steps.DoToColors(image => image.Sharpen(sigma: 1.0, m2: 3 * commands.Sharpen).Cast(image.Format));
        if (commands.UnsharpMask is { Amount: > 0, Radius: > 0 } mask)
            steps.DoToColors(image => Unsharp(image, mask));
        if (commands.Brightness != 0 || commands.Contrast != 0)
            steps.DoToColors(image => Light(image, commands));
        if (commands.Saturation != 0 && steps.Image.Bands >= 3)
            steps.DoToColors(image => Saturate(image, 1 + (commands.Saturation / Percent)));
    }

    // Only TIFF and JPEG hold CMYK, and only readers with a profile understand it; without a wish everything becomes sRGB.
    private static void ToScreenColors(ImageSteps steps, ImageCommands commands, string? profilePath)
    {
        var isCmyk = steps.Image.Interpretation == Enums.Interpretation.Cmyk;
        if (profilePath is not null)
            steps.Do(image => image.IccTransform(
                profilePath,
                intent: Enums.Intent.Relative,
                blackPointCompensation: true,
                embedded: true,
                inputProfile: isCmyk ? "cmyk" : "srgb",
                depth: image.Format == Enums.BandFormat.Ushort ? 16 : 8));
        else if (isCmyk)
            steps.Do(image => image.IccTransform("srgb", intent: Enums.Intent.Relative, blackPointCompensation: true, embedded: true, inputProfile: "cmyk"));
        else if (image16(steps.Image) && commands.Format.Name is not ("png" or "png-alpha" or "tif" or "tif-alpha"))
            steps.Do(image => image.Colourspace(image.Bands >= 3 ? Enums.Interpretation.Srgb : Enums.Interpretation.Bw));

        static bool image16(Image image) => image.Format == Enums.BandFormat.Ushort;
    }

    private static Image Unsharp(Image image, Core.Exports.UnsharpMask mask)
    {
        var unit = image.Format == Enums.BandFormat.Ushort ? 257.0 : 1.0;
        using var blurred = image.Gaussblur(Math.Max(0.2, mask.Radius / 2));
        using var difference = image - blurred;
        using var wanted = mask.IsMonochrome && image.Bands >= 3 ? Mean(difference) : difference.Copy();
        using var size = wanted.Abs();
        using var counts = size.RelationalConst(Enums.OperationRelational.Moreeq, [mask.Threshold * unit]);
        using var added = counts.Ifthenelse(wanted * mask.Amount, wanted * 0);
        using var sharp = image + added;
        return sharp.Cast(image.Format);
    }

    private static Image Mean(Image difference) => difference.Bandmean();

    private static Image Light(Image image, ImageCommands commands)
    {
        var full = image.Format == Enums.BandFormat.Ushort ? 65535.0 : 255.0;
        var slope = 1 + (commands.Contrast / Percent);
        var offset = (full / 2 * (1 - slope)) + (full * commands.Brightness / Percent);
        using var changed = image.Linear([slope], [offset]);
        return changed.Cast(image.Format);
    }

    private static Image Saturate(Image image, double factor)
    {
        using var lch = image.Colourspace(Enums.Interpretation.Lch);
        using var changed = lch.Linear([1, factor, 1], [0, 0, 0]);
        using var marked = changed.Copy(interpretation: Enums.Interpretation.Lch);
        using var back = marked.Colourspace(image.Interpretation);
        return back.Cast(image.Format);
    }
}
