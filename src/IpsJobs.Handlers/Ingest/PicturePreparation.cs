using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Looks at the content of a file and makes its optimised image where its type has one.</summary>
public sealed class PicturePreparation(IImageOptimizer optimizer, PictureRequests requests, IEnumerable<IPictureRenderer> renderers)
{
    private const int HashDigits = 3;

    /// <summary>Formats that the extensions of the API's image types promise; camera raw files have extensions of their own.</summary>
    private static readonly Dictionary<string, string> PromisedFormats = new(StringComparer.Ordinal)
    {
        ["jpg"] = "jpeg",
        ["jpeg"] = "jpeg",
        ["png"] = "png",
        ["gif"] = "gif",
        ["tif"] = "tiff",
        ["tiff"] = "tiff",
        ["bmp"] = "bmp",
        ["fpx"] = "fpx",
        ["pct"] = "pict",
        ["pict"] = "pict",
        ["psd"] = "psd",
    };

    /// <summary>Formats in which a clipping path can be.</summary>
    private static readonly HashSet<string> PathFormats = ["jpg", "jpeg", "tif", "tiff", "psd", "eps"];

    private readonly IReadOnlyList<IPictureRenderer> renderers = [.. renderers];

    /// <summary>Type of a file by name and content: a gif that moves is no image of the catalog, a psd whose layers are kept is a template.</summary>
    /// <exception cref="ImageUnreadableException">A gif cannot be decoded.</exception>
    internal FileClass.Known TypeOf(FileClass.Known byName, string extension, string path, UploadOptionBlocks options) => extension switch
    {
        "gif" when optimizer.CountFrames(path) > 1 => FileTypes.AnimatedGif,
        "psd" when options.Photoshop?.Process == PhotoshopProcesses.MaintainLayers => FileTypes.PsdTemplate,
        _ => MediaPlan.TypeOf(byName, options.Media),
    };

    /// <summary>Whether there is anything to make of such a file.</summary>
    internal bool HasPicture(FileClass.Known type, string extension, UploadOptionBlocks options) =>
        IsPicture(type) || RendererOf(type, extension, options) is not null;

    /// <summary>Makes the optimised image, and the mask where one is asked for.</summary>
    /// <exception cref="ImageUnreadableException">An image cannot be decoded or is a documented unsupported form.</exception>
    internal async Task<PreparedPicture> PrepareAsync(JobRun run, PictureOrder order, CancellationToken cancellationToken)
    {
        if (IsPicture(order.Type))
            return await OptimizeAsync(run, order, order.Path, drawn: null, cancellationToken);
        var renderer = RendererOf(order.Type, order.Extension, order.Options);
        return renderer is null
            ? PreparedPicture.None(order.Type)
            : await DrawAsync(run, order, renderer, cancellationToken);
    }

    private static bool IsPicture(FileClass.Known type) => type.AssetType is AssetTypes.Image or AssetTypes.PsdTemplate;

    private IPictureRenderer? RendererOf(FileClass.Known type, string extension, UploadOptionBlocks options) =>
        renderers.FirstOrDefault(r => r.AppliesTo(type, extension, options));

    private async Task<PreparedPicture> DrawAsync(
        JobRun run, PictureOrder order, IPictureRenderer renderer, CancellationToken cancellationToken)
    {
        var drawn = await renderer.RenderAsync(run, order.Path, order.Options, cancellationToken);
        if (drawn.StagedPath is not { } staged)
        {
            return new PreparedPicture(order.Type, Optimized: null, StagedPath: null, drawn.Warnings)
            {
                Facts = drawn.Facts,
                Failure = drawn.Failure,
                Metadata = drawn.Metadata,
            };
        }
        try
        {
            return await OptimizeAsync(run, order, staged, drawn, cancellationToken);
        }
        finally
        {
            File.Delete(staged);
        }
    }

    private async Task<PreparedPicture> OptimizeAsync(
        JobRun run, PictureOrder order, string picturePath, RenderedPicture? drawn, CancellationToken cancellationToken)
    {
        var (id, maskId) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var (staged, stagedMask) = (Stage(run, id), Stage(run, maskId));
        try
        {
            var request = await requests.OfAsync(run, order, cancellationToken);
            if (order.Options.CreateMask == true && PathFormats.Contains(order.Extension))
                request = request with { MaskPath = stagedMask, MaskSourcePath = order.Path };
            var facts = await optimizer.OptimizeAsync(picturePath, staged, request, cancellationToken);
            return new PreparedPicture(order.Type, Optimized(id, facts, staged), staged, Remarks(run, order, facts, drawn))
            {
                Mask = facts.HasMask ? new DerivedFile(Place(maskId), new FileInfo(stagedMask).Length) : null,
                StagedMask = facts.HasMask ? stagedMask : null,
                Crop = facts.Crop,
                Facts = drawn?.Facts ?? new Dictionary<string, string>(),
                Words = drawn?.Words ?? "",
            };
        }
        catch
        {
            File.Delete(staged);
            File.Delete(stagedMask);
            throw;
        }
    }

    private static IReadOnlyList<AuxEntry> Remarks(JobRun run, PictureOrder order, ImageFacts facts, RenderedPicture? drawn) =>
    [
        .. drawn is null && !order.IsPart ? Compare(run, order.Extension, facts.SourceFormat) : [],
        .. drawn?.Warnings ?? [],
        .. facts.Remarks.Select(r => run.Warning(r.Key, [.. r.Arguments])),
        .. order.IsPart ? [] : PictureRequests.Ignored(run, order.Options),
    ];

    private static string Stage(JobRun run, string id) => Path.Combine(run.StagingDirectory, id + ".tif");

    private static string Place(string id) => $"{id[..HashDigits]}/{id}.tif";

    private static OptimizedImage Optimized(string id, ImageFacts facts, string staged) =>
        new(Place(id), facts.Width, facts.Height, facts.Resolution, new FileInfo(staged).Length);

    private static IReadOnlyList<AuxEntry> Compare(JobRun run, string extension, string format)
    {
        if (!PromisedFormats.TryGetValue(extension, out var promised))
            return RefuseRawPreview(run, extension, format);
        return promised == format ? [] : [run.Warning("Log.Upload.ContentMismatch", extension, format)];
    }

    // Most camera raw files are TIFF containers whose first picture is only a thumbnail: to store that would lose the photograph.
    private static IReadOnlyList<AuxEntry> RefuseRawPreview(JobRun run, string extension, string format) => format == "tiff"
        ? throw new ImageUnreadableException(new LocalizedMessage("Log.Image.CameraRaw", extension))
        : [run.Warning("Log.Upload.ContentMismatch", extension, format)];
}
