using IpsJobs.Contracts;

namespace IpsJobs.Handlers.Ingest;

/// <summary>The option blocks that all kinds of uploads share; null where the job has none.</summary>
public sealed record UploadOptionBlocks
{
    public bool? CreateMask { get; init; }

    public KnockoutBackgroundOptions? Knockout { get; init; }

    public ManualCropOptions? ManualCrop { get; init; }

    public AutoColorCropOptions? ColorCrop { get; init; }

    public AutoTransparentCropOptions? TransparentCrop { get; init; }

    public PhotoshopOptions? Photoshop { get; init; }

    public PostScriptOptions? PostScript { get; init; }

    public PDFOptions? Pdf { get; init; }

    public IllustratorOptions? Illustrator { get; init; }

    public ColorManagementOptions? ColorManagement { get; init; }

    public AutoSetCreationOptions? AutoSets { get; init; }

    public MediaOptions? Media { get; init; }

    public InDesignOptions? InDesign { get; init; }

    public UnsharpMaskOptions? UnsharpMask { get; init; }

    public UnCompressOptions? UnCompress { get; init; }

    /// <summary>The API documents four zeros as "no manual crop given".</summary>
    public bool HasManualCrop => ManualCrop is { } crop && (crop.Left, crop.Right, crop.Top, crop.Bottom) is not (0, 0, 0, 0);

    public static UploadOptionBlocks Of(UploadUrlsJob job) => new()
    {
        CreateMask = job.CreateMask,
        Knockout = job.KnockoutBackgroundOptions,
        ManualCrop = job.ManualCropOptions,
        ColorCrop = job.AutoColorCropOptions,
        TransparentCrop = job.AutoTransparentCropOptions,
        Photoshop = job.PhotoshopOptions,
        PostScript = job.PostScriptOptions,
        Pdf = job.PdfOptions,
        Illustrator = job.IllustratorOptions,
        ColorManagement = job.ColorManagementOptions,
        AutoSets = job.AutoSetCreationOptions,
        Media = job.MediaOptions,
        InDesign = job.InDesignOptions,
        UnsharpMask = job.UnsharpMaskOptions,
        UnCompress = job.UnCompressOptions,
    };

    public static UploadOptionBlocks Of(UploadDirectoryJob job) => new()
    {
        CreateMask = job.CreateMask,
        Knockout = job.KnockoutBackgroundOptions,
        ManualCrop = job.ManualCropOptions,
        ColorCrop = job.AutoColorCropOptions,
        TransparentCrop = job.AutoTransparentCropOptions,
        Photoshop = job.PhotoshopOptions,
        PostScript = job.PostScriptOptions,
        Pdf = job.PdfOptions,
        Illustrator = job.IllustratorOptions,
        ColorManagement = job.ColorManagementOptions,
        AutoSets = job.AutoSetCreationOptions,
        Media = job.MediaOptions,
        InDesign = job.InDesignOptions,
        UnsharpMask = job.UnsharpMaskOptions,
        UnCompress = job.UnCompressOptions,
    };

    public static UploadOptionBlocks Of(UploadPostJob job) => new()
    {
        CreateMask = job.CreateMask,
        Knockout = job.KnockoutBackgroundOptions,
        ManualCrop = job.ManualCropOptions,
        ColorCrop = job.AutoColorCropOptions,
        TransparentCrop = job.AutoTransparentCropOptions,
        Photoshop = job.PhotoshopOptions,
        PostScript = job.PostScriptOptions,
        Pdf = job.PdfOptions,
        Illustrator = job.IllustratorOptions,
        ColorManagement = job.ColorManagementOptions,
        AutoSets = job.AutoSetCreationOptions,
        Media = job.MediaOptions,
        InDesign = job.InDesignOptions,
        UnsharpMask = job.UnsharpMaskOptions,
        UnCompress = job.UnCompressOptions,
    };

    public static UploadOptionBlocks Of(ReprocessAssetsJob job) => new()
    {
        CreateMask = job.CreateMask,
        Knockout = job.KnockoutBackgroundOptions,
        ManualCrop = job.ManualCropOptions,
        ColorCrop = job.AutoColorCropOptions,
        TransparentCrop = job.AutoTransparentCropOptions,
        Photoshop = job.PhotoshopOptions,
        PostScript = job.PostScriptOptions,
        Pdf = job.PdfOptions,
        Illustrator = job.IllustratorOptions,
        ColorManagement = job.ColorManagementOptions,
        AutoSets = job.AutoSetCreationOptions,
        Media = job.MediaOptions,
        InDesign = job.InDesignOptions,
        UnsharpMask = job.UnsharpMaskOptions,
    };

    public static UploadOptionBlocks Of(RipPdfsJob job) => new()
    {
        CreateMask = job.CreateMask,
        Knockout = job.KnockoutBackgroundOptions,
        ManualCrop = job.ManualCropOptions,
        ColorCrop = job.AutoColorCropOptions,
        TransparentCrop = job.AutoTransparentCropOptions,
        PostScript = job.PostScriptOptions,
        Pdf = job.PdfOptions,
        Illustrator = job.IllustratorOptions,
        ColorManagement = job.ColorManagementOptions,
        InDesign = job.InDesignOptions,
    };
}
