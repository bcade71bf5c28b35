using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>What kind of file a job log row speaks of: <c>assetType</c> of a job log detail.</summary>
/// <remarks>Not the list of <see cref="AssetTypes"/>, although the element on the wire is called <c>assetType</c>.</remarks>
public static class LogFileTypes
{
    public const string NoType = "NoType";
    public const string PublishCatalog = "PublishCatalog";
    public const string OptimizedImage = "OptimizedImage";
    public const string MasterImage = "MasterImage";
    public const string SealedImage = "SealedImage";
    public const string Mask = "Mask";
    public const string Vignette = "Vignette";
    public const string Thumbnail = "Thumbnail";
    public const string ImageMap = "ImageMap";
    public const string IccProfile = "IccProfile";
    public const string Font = "Font";
    public const string Xsl = "Xsl";
    public const string Cabinet = "Cabinet";
    public const string WindowCovering = "WindowCovering";
    public const string Video = "Video";
    public const string ViewerSwf = "ViewerSwf";
    public const string Icon = "Icon";
    public const string VideoEncodingXml = "VideoEncodingXml";
    public const string ViewerConfigXml = "ViewerConfigXml";
    public const string Template = "Template";
    public const string Catalog = "Catalog";
    public const string Xml = "Xml";
    public const string ImageSet = "ImageSet";
    public const string RenderSet = "RenderSet";
    public const string SpinSet = "SpinSet";
    public const string Svg = "Svg";
    public const string Watermark = "Watermark";
    public const string Pdf = "Pdf";
    public const string Aco = "Aco";
    public const string PsdTemplate = "PsdTemplate";
    public const string Zip = "Zip";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            NoType, PublishCatalog, OptimizedImage, MasterImage, SealedImage, Mask, Vignette, Thumbnail,
            ImageMap, IccProfile, Font, Xsl, Cabinet, WindowCovering, Video, ViewerSwf, Icon, VideoEncodingXml,
            ViewerConfigXml, Template, Catalog, Xml, ImageSet, RenderSet, SpinSet, Svg, Watermark, Pdf, Aco,
            PsdTemplate, Zip,
        ]);
}
