using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Soap.Dialects;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>What option blocks mean when they, or fields of them, are absent; the two are not the same.</summary>
internal sealed class OptionDefaults(Dialect dialect)
{
    private const double AbsentResolution = 72.0;
    private const double PresentResolution = 150.0;

    /// <remarks>The fields of the unversioned API are filled from those of the others; only its replies have them.</remarks>
    public static PhotoshopOptions Photoshop(PhotoshopOptions? given)
    {
        given ??= new PhotoshopOptions();
        given.Process ??= PhotoshopProcesses.None;
        given.MaintainLayers = given.Process == PhotoshopProcesses.MaintainLayers;
        given.LayerNaming = given.LayerOptions?.LayerNaming;
        given.Anchor = given.LayerOptions?.Anchor;
        return given;
    }

    public static PostScriptOptions PostScript(PostScriptOptions? given)
    {
        var options = given ?? new PostScriptOptions { Process = PostScriptProcesses.None, Resolution = AbsentResolution };
        options.Process ??= PostScriptProcesses.Rasterize;
        options.Resolution ??= PresentResolution;
        options.Colorspace ??= Colorspaces.Auto;
        options.Alpha ??= false;
        options.ExtractSearchWords ??= false;
        return options;
    }

    /// <summary>Without a block of its own, an Illustrator file is treated as the PostScript block says, if there is one.</summary>
    public static IllustratorOptions Illustrator(IllustratorOptions? given, PostScriptOptions? postScript)
    {
        var options = given
            ?? Inherited(postScript)
            ?? new IllustratorOptions { Process = IllustratorProcesses.None, Resolution = AbsentResolution };
        options.Process ??= IllustratorProcesses.Rasterize;
        options.Resolution ??= PresentResolution;
        options.Colorspace ??= Colorspaces.Auto;
        options.Alpha ??= false;
        return options;
    }

    public PDFOptions Pdf(PDFOptions? given)
    {
        var options = given ?? new PDFOptions { Resolution = AbsentResolution, ExtractLinks = true };
        options.Process ??= PdfProcesses.Rasterize;
        if (PdfProcesses.TryCanonical(options.Process, out var process) && process == PdfProcesses.Rasterize)
            options.Process = dialect.RasterizedPdf;
        options.Resolution ??= PresentResolution;
        options.Colorspace ??= Colorspaces.Auto;
        options.PdfCatalog ??= true;
        options.ExtractSearchWords ??= false;
        options.ExtractLinks ??= false;
        return options;
    }

    public static InDesignOptions InDesign(InDesignOptions? given)
    {
        given ??= new InDesignOptions();
        given.Process ??= InDesignProcesses.None;
        return given;
    }

    private static IllustratorOptions? Inherited(PostScriptOptions? postScript) => postScript is null ? null : new()
    {
        Process = postScript.Process,
        Resolution = postScript.Resolution,
        Colorspace = postScript.Colorspace,
        Alpha = postScript.Alpha,
    };
}
