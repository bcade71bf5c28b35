using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Checks the option blocks of an upload: required fields, constants, ranges and handles.</summary>
public sealed class OptionBlockRules(OptionHandleRules handles)
{
    private const double MaxResolution = 2400;
    private const double MaxAmount = 5;
    private const double MaxRadius = 250;
    private const double MaxThreshold = 255;

    /// <param name="blocks">The blocks of the job.</param>
    /// <param name="companyId">Company of the job: handles must be its own.</param>
    /// <param name="path">Path of the job block, e.g. <c>uploadUrlsJob</c>.</param>
    /// <param name="cancellationToken">Cancels the look-up of handles.</param>
    /// <exception cref="RuleViolationException">30001 or 30002 with the path of the element.</exception>
    public async ValueTask CheckAsync(UploadOptionBlocks blocks, int companyId, string path, CancellationToken cancellationToken)
    {
        CheckCrops(blocks, path);
        CheckKnockout(blocks.Knockout, path + "/knockoutBackgroundOptions");
        CheckPhotoshop(blocks.Photoshop, path + "/photoshopOptions");
        CheckPostScript(blocks.PostScript, path + "/postScriptOptions");
        CheckPdf(blocks.Pdf, path + "/pdfOptions");
        CheckIllustrator(blocks.Illustrator, path + "/illustratorOptions");
        OptionValues.OneOf(blocks.InDesign?.Process, InDesignProcesses.All, path + "/inDesignOptions/process");
        CheckUnsharpMask(blocks.UnsharpMask, path + "/unsharpMaskOptions");
        OptionValues.NotNegative(blocks.Media?.ThumbnailOptions?.ThumbnailTime, path + "/mediaOptions/thumbnailOptions/thumbnailTime");
        if (blocks.UnCompress is { } unCompress)
            OptionValues.RequireOneOf(unCompress.Process, UnCompressProcesses.All, path + "/unCompressOptions/process");
        await handles.CheckAsync(blocks, companyId, path, cancellationToken);
    }

    private static void CheckCrops(UploadOptionBlocks blocks, string path)
    {
        var given = new List<string>();
        if (blocks.ManualCrop is { } manual)
            given.Add(CheckManualCrop(manual, path));
        if (blocks.ColorCrop is { } color)
            given.Add(CheckColorCrop(color, path));
        if (blocks.TransparentCrop is { } transparent)
            given.Add(CheckTransparentCrop(transparent, path));
        if (given.Count > 1)
            throw Violations.OnlyOneOf(string.Join(", ", given));
    }

    private static string CheckManualCrop(ManualCropOptions crop, string path)
    {
        const string Name = "manualCropOptions";
        foreach (var (side, value) in new[] { ("left", crop.Left), ("right", crop.Right), ("top", crop.Top), ("bottom", crop.Bottom) })
        {
            OptionValues.Require(value, $"{path}/{Name}/{side}");
            OptionValues.NotNegative(value, $"{path}/{Name}/{side}");
        }
        return Name;
    }

    private static string CheckColorCrop(AutoColorCropOptions crop, string path)
    {
        const string Name = "autoColorCropOptions";
        OptionValues.RequireOneOf(crop.Corner, Corners.All, $"{path}/{Name}/corner");
        CheckTolerance(crop.Tolerance, $"{path}/{Name}/tolerance");
        return Name;
    }

    private static string CheckTransparentCrop(AutoTransparentCropOptions crop, string path)
    {
        const string Name = "autoTransparentCropOptions";
        CheckTolerance(crop.Tolerance, $"{path}/{Name}/tolerance");
        return Name;
    }

    private static void CheckTolerance(double? tolerance, string path)
    {
        OptionValues.Require(tolerance, path);
        OptionValues.InRange(tolerance, 0, 1, path);
    }

    private static void CheckKnockout(KnockoutBackgroundOptions? knockout, string path)
    {
        if (knockout is null)
            return;
        OptionValues.RequireOneOf(knockout.Corner, Corners.All, path + "/corner");
        OptionValues.InRange(knockout.Tolerance, 0, 1, path + "/tolerance");
        OptionValues.RequireOneOf(knockout.FillMethod, FillMethods.All, path + "/fillMethod");
    }

    private static void CheckPhotoshop(PhotoshopOptions? photoshop, string path)
    {
        OptionValues.OneOf(photoshop?.Process, PhotoshopProcesses.All, path + "/process");
        if (photoshop?.LayerOptions is not { } layers)
            return;
        if (!string.IsNullOrEmpty(layers.LayerNaming) && !LayerNamings.TryCanonical(layers.LayerNaming, out _))
            throw Violations.InvalidValue(layers.LayerNaming, path + "/layerOptions/layerNaming");
        OptionValues.OneOf(layers.Anchor, Anchors.All, path + "/layerOptions/anchor");
    }

    private static void CheckPostScript(PostScriptOptions? postScript, string path)
    {
        OptionValues.OneOf(postScript?.Process, PostScriptProcesses.All, path + "/process");
        CheckRendering(postScript?.Resolution, postScript?.Colorspace, path);
    }

    private static void CheckIllustrator(IllustratorOptions? illustrator, string path)
    {
        OptionValues.OneOf(illustrator?.Process, IllustratorProcesses.All, path + "/process");
        CheckRendering(illustrator?.Resolution, illustrator?.Colorspace, path);
    }

    private static void CheckPdf(PDFOptions? pdf, string path)
    {
        if (!string.IsNullOrEmpty(pdf?.Process) && !PdfProcesses.TryCanonical(pdf.Process, out _))
            throw Violations.InvalidValue(pdf.Process, path + "/process");
        CheckRendering(pdf?.Resolution, pdf?.Colorspace, path);
    }

    private static void CheckRendering(double? resolution, string? colorspace, string path)
    {
        OptionValues.InRange(resolution, 1, MaxResolution, path + "/resolution");
        OptionValues.OneOf(colorspace, Colorspaces.All, path + "/colorspace");
    }

    private static void CheckUnsharpMask(UnsharpMaskOptions? mask, string path)
    {
        OptionValues.InRange(mask?.Amount, 0, MaxAmount, path + "/amount");
        OptionValues.InRange(mask?.Radius, 0, MaxRadius, path + "/radius");
        OptionValues.InRange(mask?.Threshold, 0, MaxThreshold, path + "/threshold");
        OptionValues.InRange(mask?.Monochrome, 0, 1, path + "/monochrome");
    }
}
