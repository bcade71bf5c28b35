using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>What an asset is: <c>type</c> of an asset and of asset filters.</summary>
/// <remarks>The last four are our additions, named after the info blocks of the contract.</remarks>
public static class AssetTypes
{
    public const string Aco = "Aco";
    public const string AdjustedView = "AdjustedView";
    public const string AnimatedGif = "AnimatedGif";
    public const string Asset = "Asset";
    public const string AssetSet = "AssetSet";
    public const string Audio = "Audio";
    public const string Cabinet = "Cabinet";
    public const string Catalog = "Catalog";
    public const string ColorSwatch = "ColorSwatch";
    public const string CuePoint = "CuePoint";
    public const string Excel = "Excel";
    public const string Flash = "Flash";
    public const string Font = "Font";
    public const string IccProfile = "IccProfile";
    public const string Illustrator = "Illustrator";
    public const string Image = "Image";
    public const string ImageMap = "ImageMap";
    public const string ImageSet = "ImageSet";
    public const string InDesign = "InDesign";
    public const string LayerView = "LayerView";
    public const string Mask = "Mask";
    public const string MasterVideo = "MasterVideo";
    public const string Pdf = "Pdf";
    public const string PdfSettings = "PDFSettings";
    public const string PostScript = "PostScript";
    public const string PowerPoint = "PowerPoint";
    public const string PremierExpressRemix = "PremierExpressRemix";
    public const string PsdTemplate = "PsdTemplate";
    public const string RenderScene = "RenderScene";
    public const string RenderSet = "RenderSet";
    public const string Rtf = "Rtf";
    public const string SpinSet = "SpinSet";
    public const string Svg = "Svg";
    public const string Template = "Template";
    public const string Video = "Video";
    public const string VideoCaption = "VideoCaption";
    public const string ViewerPreset = "ViewerPreset";
    public const string ViewerSwf = "ViewerSwf";
    public const string Vignette = "Vignette";
    public const string Watermark = "Watermark";
    public const string WindowCovering = "WindowCovering";
    public const string Word = "Word";
    public const string Xml = "Xml";
    public const string Xsl = "Xsl";
    public const string Zip = "Zip";
    public const string ZoomTarget = "ZoomTarget";

    public const string Css = "Css";
    public const string Javascript = "Javascript";
    public const string Swc = "Swc";
    public const string Fxg = "Fxg";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            Aco, AdjustedView, AnimatedGif, Asset, AssetSet, Audio, Cabinet, Catalog, ColorSwatch, CuePoint,
            Excel, Flash, Font, IccProfile, Illustrator, Image, ImageMap, ImageSet, InDesign, LayerView, Mask,
            MasterVideo, Pdf, PdfSettings, PostScript, PowerPoint, PremierExpressRemix, PsdTemplate,
            RenderScene, RenderSet, Rtf, SpinSet, Svg, Template, Video, VideoCaption, ViewerPreset, ViewerSwf,
            Vignette, Watermark, WindowCovering, Word, Xml, Xsl, Zip, ZoomTarget, Css, Javascript, Swc, Fxg,
        ]);

    /// <summary>Reads a value as clients send it, the alias "WindowsCovering" included.</summary>
    /// <returns>False, with an empty string, when the value is neither a constant nor an alias.</returns>
    public static bool TryCanonical(string? value, out string canonical)
    {
        canonical = value switch
        {
            "WindowsCovering" => WindowCovering,
            not null when All.Contains(value) => value,
            _ => "",
        };
        return canonical.Length > 0;
    }
}
