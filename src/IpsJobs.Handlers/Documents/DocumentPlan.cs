using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.Documents;

/// <summary>What the option blocks of a job mean for one type of document, with what absent blocks and fields stand for.</summary>
/// <param name="Process">A constant of <see cref="PdfProcesses"/>.</param>
/// <param name="Resolution">Pixels per inch.</param>
/// <param name="Colorspace">A constant of <see cref="Colorspaces"/>.</param>
public sealed record DocumentPlan(string Process, double Resolution, string Colorspace)
{
    // The API documents 150 for a block that does not say, and fills in 72 where the whole block is absent.
    private const double PresentResolution = 150;
    private const double AbsentResolution = 72;

    /// <summary>Keep a transparent background.</summary>
    public bool Alpha { get; init; }

    /// <summary>Store the words of each page.</summary>
    public bool Words { get; init; }

    /// <summary>Make image maps of the links.</summary>
    public bool Links { get; init; }

    /// <summary>Make a catalog of the pages.</summary>
    public bool Catalog { get; init; }

    public bool Rasterizes => Process == PdfProcesses.Rasterize;

    /// <summary>True when there is something to do at all.</summary>
    public bool IsActive => Process != PdfProcesses.None;

    /// <summary>Null for types that are no documents.</summary>
    public static DocumentPlan? Find(string assetType, UploadOptionBlocks options) => assetType switch
    {
        AssetTypes.Pdf => OfPdf(options.Pdf),
        AssetTypes.PostScript => OfPostScript(options.PostScript),
        // The PostScript block also drives Illustrator files that have no block of their own.
        AssetTypes.Illustrator => options.Illustrator is { } own ? OfIllustrator(own) : OfPostScript(options.PostScript),
        _ => null,
    };

    private static DocumentPlan OfPdf(PDFOptions? block) => block is null
        ? new DocumentPlan(PdfProcesses.Rasterize, AbsentResolution, Colorspaces.Auto) { Catalog = true, Links = true }
        : new DocumentPlan(Canonical(block.Process), block.Resolution ?? PresentResolution, block.Colorspace ?? Colorspaces.Auto)
        {
            Catalog = block.PdfCatalog ?? true,
            Links = block.ExtractLinks ?? false,
            Words = block.ExtractSearchWords ?? false,
        };

    private static DocumentPlan OfPostScript(PostScriptOptions? block) => block is null
        ? new DocumentPlan(PdfProcesses.None, AbsentResolution, Colorspaces.Auto)
        : new DocumentPlan(Canonical(block.Process), block.Resolution ?? PresentResolution, block.Colorspace ?? Colorspaces.Auto)
        {
            Alpha = block.Alpha ?? false,
            Words = block.ExtractSearchWords ?? false,
        };

    private static DocumentPlan OfIllustrator(IllustratorOptions block) =>
        new(Canonical(block.Process), block.Resolution ?? PresentResolution, block.Colorspace ?? Colorspaces.Auto)
        {
            Alpha = block.Alpha ?? false,
        };

    private static string Canonical(string? process) =>
        string.IsNullOrEmpty(process) || !PdfProcesses.TryCanonical(process, out var canonical) ? PdfProcesses.Rasterize : canonical;
}
