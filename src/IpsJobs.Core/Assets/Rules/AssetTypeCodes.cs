using System.Collections.Frozen;
using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Assets;

/// <summary>The number of an asset's type in the long asset handles of older versions.</summary>
/// <remarks>Clients may keep handles: a number once given never changes, and a new type takes the next free one.</remarks>
public static class AssetTypeCodes
{
    private static readonly FrozenDictionary<string, int> Codes = new Dictionary<string, int>
    {
        // Seen in real messages.
        [AssetTypes.Image] = 1,
        [AssetTypes.Template] = 2,
        [AssetTypes.ImageMap] = 8,
        [AssetTypes.ZoomTarget] = 9,
        [AssetTypes.AdjustedView] = 10,
        [AssetTypes.IccProfile] = 13,
        [AssetTypes.Font] = 14,
        [AssetTypes.Video] = 19,
        [AssetTypes.ImageSet] = 22,
        [AssetTypes.Pdf] = 25,
        [AssetTypes.Zip] = 27,
        [AssetTypes.ViewerPreset] = 40,
        [AssetTypes.AssetSet] = 44,

        // Ours.
        [AssetTypes.Aco] = 100,
        [AssetTypes.AnimatedGif] = 101,
        [AssetTypes.Asset] = 102,
        [AssetTypes.Audio] = 103,
        [AssetTypes.Cabinet] = 104,
        [AssetTypes.Catalog] = 105,
        [AssetTypes.ColorSwatch] = 106,
        [AssetTypes.Css] = 107,
        [AssetTypes.CuePoint] = 108,
        [AssetTypes.Excel] = 109,
        [AssetTypes.Flash] = 110,
        [AssetTypes.Fxg] = 111,
        [AssetTypes.Illustrator] = 112,
        [AssetTypes.InDesign] = 113,
        [AssetTypes.Javascript] = 114,
        [AssetTypes.LayerView] = 115,
        [AssetTypes.Mask] = 116,
        [AssetTypes.MasterVideo] = 117,
        [AssetTypes.PdfSettings] = 118,
        [AssetTypes.PostScript] = 119,
        [AssetTypes.PowerPoint] = 120,
        [AssetTypes.PremierExpressRemix] = 121,
        [AssetTypes.PsdTemplate] = 122,
        [AssetTypes.RenderScene] = 123,
        [AssetTypes.RenderSet] = 124,
        [AssetTypes.Rtf] = 125,
        [AssetTypes.SpinSet] = 126,
        [AssetTypes.Svg] = 127,
        [AssetTypes.Swc] = 128,
        [AssetTypes.VideoCaption] = 129,
        [AssetTypes.ViewerSwf] = 130,
        [AssetTypes.Vignette] = 131,
        [AssetTypes.Watermark] = 132,
        [AssetTypes.WindowCovering] = 133,
        [AssetTypes.Word] = 134,
        [AssetTypes.Xml] = 135,
        [AssetTypes.Xsl] = 136,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<int, string> Types = Codes.ToFrozenDictionary(c => c.Value, c => c.Key);

    /// <exception cref="KeyNotFoundException">It is no asset type.</exception>
    public static int Get(string assetType) => Codes[assetType];

    /// <summary>The asset type of a code; null for a code that was never given.</summary>
    public static string? FindType(int code) => Types.GetValueOrDefault(code);
}
