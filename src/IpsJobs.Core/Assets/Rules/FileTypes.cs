using System.Collections.Frozen;
using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Assets;

/// <summary>What kind of asset each file extension stands for.</summary>
public static class FileTypes
{
    private static readonly FrozenSet<string> HiddenNames = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["Thumbs.db", "desktop.ini"]);

    private static readonly FrozenSet<string> WebVideos = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ["mp4", "m4v"]);

    private static readonly FrozenDictionary<string, FileClass.Known> Types = Table().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A gif that its content shows to have more than one frame.</summary>
    public static FileClass.Known AnimatedGif { get; } = Class(AssetTypes.AnimatedGif, LogFileTypes.NoType);

    /// <summary>A psd whose layers are kept.</summary>
    public static FileClass.Known PsdTemplate { get; } = Class(AssetTypes.PsdTemplate, LogFileTypes.PsdTemplate);

    /// <summary>A video that encoding presets turn into others.</summary>
    public static FileClass.Known MasterVideo { get; } = Class(AssetTypes.MasterVideo, LogFileTypes.Video);

    /// <summary>Reads the name alone; a gif is an image here and a psd too, until their content or the job says otherwise.</summary>
    /// <param name="fileName">With or without folders in front.</param>
    /// <param name="hasEncodingPresets">Whether the job encodes videos, which makes every video a master.</param>
    /// <param name="javascriptAllowed">The company's <c>javascriptUploadEnabled</c>.</param>
    public static FileClass Classify(string fileName, bool hasEncodingPresets, bool javascriptAllowed)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        if (name.StartsWith('.') || HiddenNames.Contains(name))
            return new FileClass.Hidden();
        var extension = AssetNaming.Extension(name);
        if (!Types.TryGetValue(extension, out var known))
            return new FileClass.Unknown(extension);
        if (known.AssetType == AssetTypes.Javascript && !javascriptAllowed)
            return new FileClass.Refused(extension);
        return hasEncodingPresets && WebVideos.Contains(extension) ? MasterVideo : known;
    }

    private static Dictionary<string, FileClass.Known> Table()
    {
        var table = new Dictionary<string, FileClass.Known>();
        AddImages(table);
        AddVideoAndSound(table);
        AddDocuments(table);
        AddResources(table);
        return table;
    }

    private static void AddImages(Dictionary<string, FileClass.Known> table)
    {
        Add(table, AssetTypes.Image, LogFileTypes.MasterImage, "bmp fpx gif jpg jpeg pct pict png tif tiff psd");
        // Camera raw, by maker.
        Add(table, AssetTypes.Image, LogFileTypes.MasterImage,
            "3fr arw cr2 cr3 crw dcr dng erf fff iiq kdc mef mos mrw nef nrw orf pef raf raw rw2 rwl sr2 srf srw x3f");
        Add(table, AssetTypes.Illustrator, LogFileTypes.MasterImage, "ai");
        Add(table, AssetTypes.PostScript, LogFileTypes.MasterImage, "eps ps");
        Add(table, AssetTypes.Svg, LogFileTypes.Svg, "svg svgx svgz");
        Add(table, AssetTypes.Fxg, LogFileTypes.NoType, "fxg");
        Add(table, AssetTypes.Vignette, LogFileTypes.Vignette, "vnt");
        Add(table, AssetTypes.Cabinet, LogFileTypes.Cabinet, "vnc");
        Add(table, AssetTypes.WindowCovering, LogFileTypes.WindowCovering, "vnw");
    }

    private static void AddVideoAndSound(Dictionary<string, FileClass.Known> table)
    {
        Add(table, AssetTypes.Video, LogFileTypes.Video, string.Join(' ', WebVideos));
        Add(table, AssetTypes.MasterVideo, LogFileTypes.Video,
            "3gp avi flv f4v m2p m2t m2ts m2v mov mpeg mpg mts ogv ts vob webm wmv asf");
        Add(table, AssetTypes.VideoCaption, LogFileTypes.NoType, "vtt srt");
        Add(table, AssetTypes.Audio, LogFileTypes.NoType, "aac ac3 aif aiff mp3 wav wma");
    }

    private static void AddDocuments(Dictionary<string, FileClass.Known> table)
    {
        Add(table, AssetTypes.Pdf, LogFileTypes.Pdf, "pdf");
        Add(table, AssetTypes.InDesign, LogFileTypes.NoType, "indd indt");
        Add(table, AssetTypes.Word, LogFileTypes.NoType, "doc docx");
        Add(table, AssetTypes.Excel, LogFileTypes.NoType, "xls xlsx");
        Add(table, AssetTypes.PowerPoint, LogFileTypes.NoType, "ppt pptx");
        Add(table, AssetTypes.Rtf, LogFileTypes.NoType, "rtf");
        Add(table, AssetTypes.Zip, LogFileTypes.Zip, "zip tar gz tgz");
    }

    private static void AddResources(Dictionary<string, FileClass.Known> table)
    {
        Add(table, AssetTypes.IccProfile, LogFileTypes.IccProfile, "icc icm");
        Add(table, AssetTypes.Font, LogFileTypes.Font, "ttf otf ttc afm pfb pfm");
        Add(table, AssetTypes.Aco, LogFileTypes.Aco, "aco");
        Add(table, AssetTypes.Xsl, LogFileTypes.Xsl, "xsl xslt");
        Add(table, AssetTypes.Xml, LogFileTypes.Xml, "xml");
        Add(table, AssetTypes.Css, LogFileTypes.NoType, "css");
        Add(table, AssetTypes.Javascript, LogFileTypes.NoType, "js");
        Add(table, AssetTypes.Flash, LogFileTypes.ViewerSwf, "swf fla");
        Add(table, AssetTypes.Swc, LogFileTypes.NoType, "swc");
    }

    private static void Add(Dictionary<string, FileClass.Known> table, string assetType, string logFileType, string extensions)
    {
        foreach (var extension in extensions.Split(' '))
            table.Add(extension, Class(assetType, logFileType));
    }

    private static FileClass.Known Class(string assetType, string logFileType) =>
        new(assetType, logFileType, AssetTypeRule.NameSpaceOf(assetType));
}
