using IpsJobs.Core.Exports;
using NetVips;

namespace IpsJobs.Imaging.Export;

/// <summary>Writes an image in the format that was asked for.</summary>
internal static class FormatWriter
{
    private const double MillimetresPerInch = 25.4;
    private const int UsualQuality = 85;

    public static void Write(ImageSteps steps, ImageCommands commands, string targetPath)
    {
        if (steps.Image.HasAlpha() && !commands.Format.HasAlpha)
            steps.Do(image => image.Flatten(background: Background(image, commands)));
        if (commands.Resolution is { } ppi)
            steps.Do(image => image.Copy(xres: ppi / MillimetresPerInch, yres: ppi / MillimetresPerInch));
        var image = steps.Image;
        var quality = commands.Quality ?? UsualQuality;
        var keep = commands.IccEmbed ? Enums.ForeignKeep.Icc : Enums.ForeignKeep.None;
        switch (commands.Format.Name)
        {
            case "jpeg":
                image.Jpegsave(targetPath, q: quality, keep: keep, subsampleMode: Subsampling(commands));
                break;
            case "png" or "png-alpha":
                image.Pngsave(targetPath, keep: keep);
                break;
            case "tif" or "tif-alpha":
                image.Tiffsave(targetPath, compression: Enums.ForeignTiffCompression.Deflate, predictor: Enums.ForeignTiffPredictor.Horizontal, keep: keep);
                break;
            case "gif":
                image.Gifsave(targetPath, keep: keep);
                break;
            case "webp":
                image.Webpsave(targetPath, q: quality, keep: keep);
                break;
            case "avif":
                image.Heifsave(targetPath, q: quality, compression: Enums.ForeignHeifCompression.Av1, keep: keep);
                break;
            default:
                PdfPage.Write(image, quality, commands.Resolution, targetPath);
                break;
        }
    }

    private static Enums.ForeignSubsample Subsampling(ImageCommands commands) =>
        commands.FullChroma ? Enums.ForeignSubsample.Off : Enums.ForeignSubsample.Auto;

    private static double[] Background(Image image, ImageCommands commands)
    {
        var unit = image.Format == Enums.BandFormat.Ushort ? 257.0 : 1.0;
        return image.Bands > 3 ? [.. commands.Background.Select(c => c * unit)] : [commands.Background.Average() * unit];
    }
}
