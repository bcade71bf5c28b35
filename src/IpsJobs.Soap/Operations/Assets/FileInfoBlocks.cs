using System.Collections.Frozen;
using IpsJobs.Contracts;
using IpsJobs.Core.Constants;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>The info blocks that say nothing but which files an asset has.</summary>
internal static class FileInfoBlocks
{
    private static readonly FrozenDictionary<string, Action<Asset, AssetFiles>> ByType = new Dictionary<string, Action<Asset, AssetFiles>>
    {
        [AssetTypes.IccProfile] = (a, f) => a.IccProfileInfo = new IccProfileInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.Font] = (a, f) => a.FontInfo = new FontInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.Xsl] = (a, f) => a.XslInfo = new XslInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.ViewerSwf] = (a, f) => a.ViewerSwfInfo = new ViewerSwfInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.Xml] = (a, f) => a.XmlInfo = new XmlInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.Svg] = (a, f) => a.SvgInfo = new SvgInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.Fxg] = (a, f) => a.FxgInfo = new FxgInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.PdfSettings] = (a, f) => a.PdfSettingsInfo = new PdfSettingsInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.Zip] = (a, f) => a.ZipInfo = new ZipInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.Aco] = (a, f) => a.AcoInfo = new AcoInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.Pdf] = (a, f) => a.PdfInfo = new PdfInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.Flash] = (a, f) => a.FlashInfo = new FlashInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.InDesign] = (a, f) => a.InDesignInfo = new InDesignInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.PostScript] = (a, f) => a.PostScriptInfo = new PostScriptInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.Illustrator] = (a, f) => a.IllustratorInfo = new IllustratorInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.Word] = (a, f) => a.WordInfo = new WordInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.Excel] = (a, f) => a.ExcelInfo = new ExcelInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.PowerPoint] = (a, f) => a.PowerPointInfo = new PowerPointInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.Rtf] = (a, f) => a.RtfInfo = new RTFInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.PremierExpressRemix] = (a, f) => a.PremiereExpressRemixInfo = new PremiereExpressRemixInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.CuePoint] = (a, f) => a.CuePointInfo = new CuePointInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.Audio] = (a, f) => a.AudioInfo = new AudioInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.MasterVideo] = (a, f) => a.MasterVideoInfo = new MasterVideoInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.Swc] = (a, f) => a.SwcInfo = new SwcInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.Css] = (a, f) => a.CssInfo = new CssInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.Javascript] = (a, f) => a.JavascriptInfo = new JavascriptInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.VideoCaption] = (a, f) => a.VideoCaptionInfo = new VideoCaptionInfo { OriginalPath = f.OriginalPath, OriginalFile = f.OriginalFile, FileSize = f.FileSize },
        [AssetTypes.PsdTemplate] = (a, f) => a.PsdInfo = new PsdInfo
        {
            OriginalPath = f.OriginalPath,
            OriginalFile = f.OriginalFile,
            FileSize = f.FileSize,
            OptimizedPath = f.OptimizedPath,
            OptimizedFile = f.OptimizedFile,
        },
        [AssetTypes.AnimatedGif] = (a, f) => a.AnimatedGifInfo = new AnimatedGifInfo
        {
            OriginalPath = f.OriginalPath,
            OriginalFile = f.OriginalFile,
            FileSize = f.FileSize,
            OptimizedPath = f.OptimizedPath,
            OptimizedFile = f.OptimizedFile,
        },
        [AssetTypes.Video] = (a, f) => a.VideoInfo = new VideoInfo
        {
            OriginalPath = f.OriginalPath,
            OriginalFile = f.OriginalFile,
            FileSize = f.FileSize,
            ImagePath = f.ImagePath,
            ImageFile = f.ImageFile,
            OptimizedPath = f.OptimizedPath,
            OptimizedFile = f.OptimizedFile,
        },
        [AssetTypes.Vignette] = (a, f) => a.VignetteInfo = new VignetteInfo
        {
            OriginalPath = f.OriginalPath,
            OriginalFile = f.OriginalFile,
            FileSize = f.FileSize,
            ImagePath = f.ImagePath,
            ImageFile = f.ImageFile,
            OptimizedPath = f.OptimizedPath,
            OptimizedFile = f.OptimizedFile,
        },
        [AssetTypes.Cabinet] = (a, f) => a.CabinetInfo = new CabinetInfo
        {
            OriginalPath = f.OriginalPath,
            OriginalFile = f.OriginalFile,
            FileSize = f.FileSize,
            ImagePath = f.ImagePath,
            ImageFile = f.ImageFile,
            OptimizedPath = f.OptimizedPath,
            OptimizedFile = f.OptimizedFile,
        },
        [AssetTypes.WindowCovering] = (a, f) => a.WindowCoveringInfo = new WindowCoveringInfo
        {
            OriginalPath = f.OriginalPath,
            OriginalFile = f.OriginalFile,
            FileSize = f.FileSize,
            ImagePath = f.ImagePath,
            ImageFile = f.ImageFile,
            OptimizedPath = f.OptimizedPath,
            OptimizedFile = f.OptimizedFile,
        },
        [AssetTypes.Mask] = (a, f) => a.MaskInfo = new MaskInfo { MaskPath = f.MaskPath, MaskFile = f.MaskFile },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Does nothing for a type that has no such block.</summary>
    public static void Fill(Asset contract, string assetType, AssetFiles files) => ByType.GetValueOrDefault(assetType)?.Invoke(contract, files);
}
