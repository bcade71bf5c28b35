using IpsJobs.Contracts;
using IpsJobs.Core.Constants;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Names the requested options that would change a file but are not applied by this server.</summary>
/// <remarks>Nothing asked for is dropped in silence.</remarks>
internal static class OptionWarnings
{
    private static readonly HashSet<string> PathExtensions = ["jpg", "jpeg", "tif", "tiff", "psd", "eps"];
    private static readonly HashSet<string> ArchiveExtensions = ["zip", "tar", "gz", "tgz"];

    /// <summary>Element names of the options, as the WSDL has them.</summary>
    /// <param name="options">What the job asks for.</param>
    /// <param name="assetType">Type of the file.</param>
    /// <param name="extension">Lower case, without dot.</param>
    /// <param name="path">The file, read when the answer depends on its content.</param>
    public static IEnumerable<string> For(UploadOptionBlocks options, string assetType, string extension, string path) => assetType switch
    {
        AssetTypes.Image => ForImage(options, extension).Concat(ForMask(options, extension, path)),
        AssetTypes.PostScript => ForMask(options, extension, path),
        AssetTypes.Video or AssetTypes.MasterVideo => ForVideo(options.Media),
        AssetTypes.Zip => ForArchive(options, extension),
        _ => [],
    };

    private static IEnumerable<string> ForImage(UploadOptionBlocks options, string extension)
    {
        if (options.Knockout is not null)
            yield return "knockoutBackgroundOptions";
        if (options.HasManualCrop)
            yield return "manualCropOptions";
        if (options.ColorCrop is not null)
            yield return "autoColorCropOptions";
        if (options.TransparentCrop is not null)
            yield return "autoTransparentCropOptions";
        if (options.ColorManagement is { ColorManagement: not (null or ColorManagementModes.Default) })
            yield return "colorManagementOptions";
        if (options.UnsharpMask is { Amount: > 0 })
            yield return "unsharpMaskOptions";
        if (extension == "psd" && options.Photoshop is ({ Process: PhotoshopProcesses.MaintainLayers } or { LayerOptions: not null }))
            yield return "photoshopOptions";
    }

    private static IEnumerable<string> ForMask(UploadOptionBlocks options, string extension, string path)
    {
        // Without a path there is nothing to make a mask from, and the API documents no warning for that.
        if (options.CreateMask == true && PathExtensions.Contains(extension) && ClippingPath.IsIn(path))
            yield return "createMask";
    }

    private static IEnumerable<string> ForVideo(MediaOptions? media)
    {
        if (media?.GenerateThumbnail == true || (media?.ThumbnailOptions is not null && media.GenerateThumbnail != false))
            yield return "mediaOptions";
    }

    private static IEnumerable<string> ForArchive(UploadOptionBlocks options, string extension)
    {
        if (ArchiveExtensions.Contains(extension) && options.UnCompress?.Process == UnCompressProcesses.UnCompress)
            yield return "unCompressOptions";
    }
}
