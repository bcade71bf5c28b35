using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Looks at the content of a file and makes its optimised image where its type has one.</summary>
public sealed class PicturePreparation(IImageOptimizer optimizer)
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

    /// <summary>Type of a file by name and content: a gif that moves is no image of the catalog.</summary>
    /// <exception cref="ImageUnreadableException">A gif cannot be decoded.</exception>
    internal FileClass.Known TypeOf(FileClass.Known byName, string extension, string path) =>
        extension == "gif" && optimizer.CountFrames(path) > 1 ? FileTypes.AnimatedGif : byName;

    /// <summary>Makes the optimised image.</summary>
    /// <exception cref="ImageUnreadableException">An image cannot be decoded or is a documented unsupported form.</exception>
    internal async Task<PreparedPicture> PrepareAsync(
        JobRun run, FileClass.Known type, string extension, string path, CancellationToken cancellationToken)
    {
        if (type.AssetType != AssetTypes.Image)
            return new PreparedPicture(type, Optimized: null, StagedPath: null, Warnings: []);
        if (extension == "psd" && PsdHeader.Find(path) is { } photoshop)
            return KeepPhotoshop(run, type, photoshop);
        var id = Guid.NewGuid().ToString();
        var staged = Path.Combine(run.StagingDirectory, id + ".tif");
        try
        {
            var facts = await optimizer.OptimizeAsync(path, staged, cancellationToken);
            var warnings = Compare(run, extension, facts.SourceFormat);
            var optimized = new OptimizedImage(
                $"{id[..HashDigits]}/{id}.tif", facts.Width, facts.Height, facts.Resolution, new FileInfo(staged).Length);
            return new PreparedPicture(type, optimized, staged, warnings);
        }
        catch
        {
            File.Delete(staged);
            throw;
        }
    }

    private static PreparedPicture KeepPhotoshop(JobRun run, FileClass.Known type, PsdHeader photoshop) => photoshop.IsSupported
        ? new PreparedPicture(type, Optimized: null, StagedPath: null, [run.Warning("Log.Upload.NotPrepared")])
        : throw new ImageUnreadableException(new LocalizedMessage("Log.Image.PhotoshopForm"));

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
