using IpsJobs.Core.Constants;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Names the requested options that would change a file but are not applied by this server.</summary>
/// <remarks>Nothing asked for is dropped in silence.</remarks>
internal static class OptionWarnings
{
    /// <summary>Element names of the options, as the WSDL has them.</summary>
    /// <param name="options">What the job asks for.</param>
    /// <param name="assetType">Type of the file.</param>
    /// <param name="extension">Lower case, without dot.</param>
    public static IEnumerable<string> For(UploadOptionBlocks options, string assetType, string extension) => assetType switch
    {
        AssetTypes.Image when extension == "psd" && options.Photoshop?.LayerOptions is not null => ["layerOptions"],
        _ => [],
    };
}
