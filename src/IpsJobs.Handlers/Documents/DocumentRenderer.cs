using System.Globalization;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.Ingest;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Documents;

/// <summary>Looks at a document and draws its first page where the document itself is shown: PostScript, Illustrator, and the preview of a PDF.</summary>
/// <param name="assetType">The type of document this one is for.</param>
/// <param name="tools">The programs that read documents.</param>
/// <param name="options">Limits.</param>
public sealed class DocumentRenderer(string assetType, IDocumentTools tools, IOptions<DocumentOptions> options) : IPictureRenderer
{
    private static readonly Dictionary<string, string> NoFacts = [];

    public bool AppliesTo(FileClass.Known type, string extension, UploadOptionBlocks options) =>
        type.AssetType == assetType && DocumentPlan.Find(assetType, options) is { IsActive: true };

    /// <inheritdoc/>
    public async Task<RenderedPicture> RenderAsync(JobRun run, string path, UploadOptionBlocks options, CancellationToken cancellationToken)
    {
        var plan = DocumentPlan.Find(assetType, options)!;
        using var scratch = new Scratch(run);
        try
        {
            return await RenderAsync(run, path, plan, scratch, cancellationToken);
        }
        catch (ToolMissingException missing)
        {
            return Undrawn(run, new LocalizedMessage("Log.Upload.ToolMissing", missing.Tool));
        }
        // The API refuses what is locked; of what is merely damaged the original is worth keeping, with or without pictures.
        catch (ImageUnreadableException unreadable) when (unreadable.Reason.Key != IDocumentTools.Locked)
        {
            return Undrawn(run, unreadable.Reason);
        }
    }

    private static RenderedPicture Undrawn(JobRun run, LocalizedMessage reason) =>
        new(null, [run.Warning(reason.Key, [.. reason.Arguments])], NoFacts) { Failure = reason };

    private async Task<RenderedPicture> RenderAsync(
        JobRun run, string path, DocumentPlan plan, Scratch scratch, CancellationToken cancellationToken)
    {
        var pdf = await tools.ToPdfAsync(path, scratch.Path, cancellationToken);
        var document = await tools.ReadAsync(pdf, cancellationToken);
        var warnings = await WarningsAsync(run, pdf, document, cancellationToken);
        var facts = new Dictionary<string, string> { ["pageCount"] = document.PageCount.ToString(CultureInfo.InvariantCulture) };
        if (assetType == AssetTypes.Pdf && plan.Rasterizes)
            return new RenderedPicture(null, warnings, facts);
        var drawn = Path.Combine(run.StagingDirectory, Guid.NewGuid().ToString("N") + ".tif");
        var words = plan.Words ? await tools.ReadWordsAsync(pdf, 1, cancellationToken) : "";
        await tools.DrawAsync(pdf, new PageOrder(1, plan.Resolution, plan.Colorspace, plan.Alpha), scratch.Path, drawn, cancellationToken);
        return new RenderedPicture(drawn, warnings, facts) { Words = words };
    }

    private async Task<IReadOnlyList<AuxEntry>> WarningsAsync(
        JobRun run, string pdf, DocumentFacts document, CancellationToken cancellationToken)
    {
        var warnings = new List<AuxEntry>();
        var limit = options.Value.MaxPages;
        if (assetType == AssetTypes.Pdf && document.PageCount > limit)
            warnings.Add(run.Warning("Log.Upload.TooManyPages", Text(document.PageCount), Text(limit)));
        foreach (var font in await tools.ListMissingFontsAsync(pdf, cancellationToken))
            warnings.Add(run.Warning("Log.Upload.FontMissing", font));
        return warnings;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
