using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Soap.Dialects;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Puts what the unversioned API says in its own option fields into those of the later versions.</summary>
/// <remarks>Rules, handlers and storage know the later fields only; <see cref="OptionDefaults"/> fills the earlier ones for replies.</remarks>
internal static class EarlierOptions
{
    /// <summary>Changes the block in place, before any rule looks at it.</summary>
    public static void Translate(IContractType block, Dialect dialect)
    {
        switch (block)
        {
            case UploadDirectoryJob job:
                Translate(job.PhotoshopOptions);
                (job.PdfOptions, job.IllustratorOptions) = Spread(job.PostScriptOptions, job.PdfOptions, job.IllustratorOptions, dialect);
                break;
            case UploadUrlsJob job:
                Translate(job.PhotoshopOptions);
                (job.PdfOptions, job.IllustratorOptions) = Spread(job.PostScriptOptions, job.PdfOptions, job.IllustratorOptions, dialect);
                break;
            case UploadPostJob job:
                Translate(job.PhotoshopOptions);
                (job.PdfOptions, job.IllustratorOptions) = Spread(job.PostScriptOptions, job.PdfOptions, job.IllustratorOptions, dialect);
                break;
            case ReprocessAssetsJob job:
                Translate(job.PhotoshopOptions);
                (job.PdfOptions, job.IllustratorOptions) = Spread(job.PostScriptOptions, job.PdfOptions, job.IllustratorOptions, dialect);
                break;
            case RipPdfsJob job:
                (job.PdfOptions, job.IllustratorOptions) = Spread(job.PostScriptOptions, job.PdfOptions, job.IllustratorOptions, dialect);
                break;
        }
    }

    // The fields are taken from any version: elements that one version knows are accepted in all.
    private static void Translate(PhotoshopOptions? options)
    {
        if (options is null)
            return;
        if (options.MaintainLayers is { } maintain)
            options.Process ??= maintain ? PhotoshopProcesses.MaintainLayers : PhotoshopProcesses.None;
        if (options.LayerNaming is not null || options.Anchor is not null)
        {
            options.LayerOptions ??= new PhotoshopLayerOptions();
            options.LayerOptions.LayerNaming ??= options.LayerNaming;
            options.LayerOptions.Anchor ??= options.Anchor;
        }

        (options.MaintainLayers, options.LayerNaming, options.Anchor) = (null, null, null);
    }

    // Where PDF and Illustrator have no options of their own, those for PostScript are meant for all three.
    private static (PDFOptions? Pdf, IllustratorOptions? Illustrator) Spread(
        PostScriptOptions? postScript, PDFOptions? pdf, IllustratorOptions? illustrator, Dialect dialect)
    {
        if (postScript is null || !dialect.PostScriptMeansPdfAndIllustrator)
            return (pdf, illustrator);
        postScript.Process ??= PostScriptProcesses.Rasterize;
        return (pdf ?? ToPdf(postScript), illustrator ?? ToIllustrator(postScript));
    }

    private static PDFOptions ToPdf(PostScriptOptions postScript) => new()
    {
        Process = PdfProcesses.Rasterize,
        Resolution = postScript.Resolution,
        Colorspace = postScript.Colorspace,
        ExtractSearchWords = postScript.ExtractSearchWords,
    };

    private static IllustratorOptions ToIllustrator(PostScriptOptions postScript) => new()
    {
        Process = IllustratorProcesses.Rasterize,
        Resolution = postScript.Resolution,
        Colorspace = postScript.Colorspace,
    };
}
