using System.Globalization;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.Ingest;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Documents;

/// <summary>Makes an image of every page of a document, and a catalog of the pages of a PDF.</summary>
/// <remarks>The first page of PostScript and Illustrator files is the picture of the file itself, so that their parts begin with the second.</remarks>
public sealed class PageMaker(IDocumentTools tools, ByproductIngest parts, PageMaps maps, IOptions<DocumentOptions> options) : IByproductMaker
{
    private const string CatalogKey = "catalog";
    private static readonly HashSet<string> NoKeys = [];

    private static readonly FileClass.Known CatalogType = new(AssetTypes.Catalog, LogFileTypes.Catalog, NameSpace.Catalog);

    public string Engine => GenerationEngines.PostScriptRip;

    public bool AppliesTo(AssetContent content, UploadSettings settings) =>
        DocumentPlan.Find(content.Type, settings.Options) is { Rasterizes: true };

    /// <inheritdoc/>
    public async Task<IReadOnlySet<string>> MakeAsync(JobRun run, ByproductSource source, CancellationToken cancellationToken)
    {
        using var scratch = new Scratch(run);
        try
        {
            var pdf = await tools.ToPdfAsync(source.OriginalPath, scratch.Path, cancellationToken);
            var document = await tools.ReadAsync(pdf, cancellationToken);
            var isPdf = source.Asset.Content.Type == AssetTypes.Pdf;
            if (isPdf && document.PageCount > options.Value.MaxPages)
                return NoKeys;
            var job = new PageJob(run, source, DocumentPlan.Find(source.Asset.Content.Type, source.Settings.Options)!, pdf, scratch, document.PageCount);
            return await MakePagesAsync(job, firstPage: isPdf ? 1 : 2, cancellationToken);
        }
        // The row of the source has told it already.
        catch (Exception told) when (told is ToolMissingException or ImageUnreadableException)
        {
            return NoKeys;
        }
    }

    private async Task<IReadOnlySet<string>> MakePagesAsync(PageJob job, int firstPage, CancellationToken cancellationToken)
    {
        var links = job.Plan.Links ? await tools.ReadLinksAsync(job.PdfPath, cancellationToken) : new Dictionary<int, IReadOnlyList<PageLink>>();
        var withCatalog = job.Plan.Catalog && job.PageCount > 1 && job.Source.Asset.Content.Type == AssetTypes.Pdf;
        var keys = new HashSet<string>();
        var pages = new List<long>();
        for (var page = firstPage; page <= job.PageCount; page++)
        {
            keys.Add(PageJob.KeyOf(page));
            if (await MakePageAsync(job, page, links.GetValueOrDefault(page) ?? [], withCatalog, cancellationToken) is { } assetId)
                pages.Add(assetId);
        }
        if (!withCatalog)
            return keys;
        keys.Add(CatalogKey);
        if (pages.Count > 0 && !job.Run.StopRequested)
            await parts.IngestAsync(job.Run, job.Source, Catalog(job, pages), cancellationToken);
        return keys;
    }

    private async Task<long?> MakePageAsync(
        PageJob job, int page, IReadOnlyList<PageLink> links, bool withCatalog, CancellationToken cancellationToken)
    {
        var part = job.PartOf(page, Engine);
        if (job.IsDone(part))
            return await parts.IngestAsync(job.Run, job.Source, part, cancellationToken);
        if (job.Run.StopRequested)
        {
            await job.Run.CommitAsync(job.Cancel(part), cancellationToken);
            return null;
        }
        try
        {
            var drawn = await DrawAsync(job, part, page, links, withCatalog, cancellationToken);
            return await parts.IngestAsync(job.Run, job.Source, drawn, cancellationToken);
        }
        catch (ImageUnreadableException unreadable)
        {
            await ByproductIngest.RejectAsync(job.Run, job.Source, part, unreadable.Reason, cancellationToken);
        }
        catch (ToolMissingException missing)
        {
            var reason = new LocalizedMessage("Log.Upload.ToolMissing", missing.Tool);
            await ByproductIngest.RejectAsync(job.Run, job.Source, part, reason, cancellationToken);
        }
        return null;
    }

    private async Task<Byproduct> DrawAsync(
        PageJob job, Byproduct part, int page, IReadOnlyList<PageLink> links, bool withCatalog, CancellationToken cancellationToken)
    {
        var plan = job.Plan;
        var words = plan.Words ? await tools.ReadWordsAsync(job.PdfPath, page, cancellationToken) : "";
        var staged = Path.Combine(job.Run.StagingDirectory, Guid.NewGuid().ToString("N") + ".tif");
        await tools.DrawAsync(
            job.PdfPath, new PageOrder(page, plan.Resolution, plan.Colorspace, plan.Alpha), job.Scratch.Path, staged, cancellationToken);
        var areas = await maps.OfAsync(links, plan.Resolution, staged, part.Options, withCatalog, cancellationToken);
        return part with
        {
            StagedPath = staged,
            Words = words.Length > 0 ? words : null,
            Details = part.Details with { Maps = areas },
        };
    }

    private Byproduct Catalog(PageJob job, List<long> pages) => new()
    {
        Key = CatalogKey,
        Engine = Engine,
        Folder = job.Source.Asset.Content.Folder,
        FileName = job.Source.Asset.Name + ".catalog",
        Type = CatalogType,
        Members = [.. pages.Select(id => new SetMember(id) { PageReset = true })],
        Attributes = new Dictionary<string, string> { ["pages"] = pages.Count.ToString(CultureInfo.InvariantCulture) },
    };
}
