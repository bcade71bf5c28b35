using IpsJobs.Contracts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Handlers.AutoSets;
using IpsJobs.Handlers.Ingest;
using IpsJobs.Handlers.Tests.Publishing;
using FakeAssetStore = IpsJobs.Testing.Fakes.FakeAssetStore;

namespace IpsJobs.Handlers.Tests.Ingest;

public sealed class OptionBlockRulesTests
{
    private const int Missing = FaultCodes.MissingParameter;
    private const int Invalid = FaultCodes.InvalidParameter;

    private readonly FakePropertySets presets = new();
    private readonly OptionBlockRules rules;

    public OptionBlockRulesTests() => rules = new OptionBlockRules(new OptionHandleRules(
        new FakeAssetStore(TimeProvider.System),
        new SetPresets(presets, new ServerClock(TimeProvider.System, TimeZoneInfo.Utc)),
        new EncodingPresets(EncodingSets())));

    public static TheoryData<UploadOptionBlocks, int, string> Wrong => new()
    {
        { new() { ManualCrop = new() { Left = 1, Right = 1, Top = 1 } }, Missing, "j/manualCropOptions/bottom" },
        { new() { ManualCrop = new() { Left = -1, Right = 1, Top = 1, Bottom = 1 } }, Invalid, "-1 j/manualCropOptions/left 0 or more" },
        { new() { ColorCrop = new() { Tolerance = 0 } }, Missing, "j/autoColorCropOptions/corner" },
        { new() { ColorCrop = new() { Corner = "UpperLeft" } }, Missing, "j/autoColorCropOptions/tolerance" },
        { new() { ColorCrop = new() { Corner = "upperLeft", Tolerance = 0 } }, Invalid, "upperLeft j/autoColorCropOptions/corner" },
        { new() { TransparentCrop = new() { Tolerance = 1.01 } }, Invalid, "1.01 j/autoTransparentCropOptions/tolerance 0-1" },
        { new() { TransparentCrop = new() { Tolerance = double.NaN } }, Invalid, "NaN j/autoTransparentCropOptions/tolerance 0-1" },
        { new() { Knockout = new() { Corner = "UpperLeft" } }, Missing, "j/knockoutBackgroundOptions/fillMethod" },
        { new() { Knockout = new() { Corner = "UpperLeft", FillMethod = "Fill" } }, Invalid, "Fill j/knockoutBackgroundOptions/fillMethod" },
        { new() { Photoshop = new() { Process = "Rasterize" } }, Invalid, "Rasterize j/photoshopOptions/process" },
        { new() { Photoshop = new() { LayerOptions = new() { LayerNaming = "x" } } }, Invalid, "x j/photoshopOptions/layerOptions/layerNaming" },
        { new() { Photoshop = new() { LayerOptions = new() { Anchor = "Middle" } } }, Invalid, "Middle j/photoshopOptions/layerOptions/anchor" },
        { new() { PostScript = new() { Process = "Thumbnail" } }, Invalid, "Thumbnail j/postScriptOptions/process" },
        { new() { PostScript = new() { Resolution = 0.5 } }, Invalid, "0.5 j/postScriptOptions/resolution 1-2400" },
        { new() { Pdf = new() { Resolution = 2401 } }, Invalid, "2401 j/pdfOptions/resolution 1-2400" },
        { new() { Pdf = new() { Process = "Render" } }, Invalid, "Render j/pdfOptions/process" },
        { new() { Illustrator = new() { Colorspace = "RGB" } }, Invalid, "RGB j/illustratorOptions/colorspace" },
        { new() { InDesign = new() { Process = "Rasterize" } }, Invalid, "Rasterize j/inDesignOptions/process" },
        { new() { UnsharpMask = new() { Amount = 5.1 } }, Invalid, "5.1 j/unsharpMaskOptions/amount 0-5" },
        { new() { UnsharpMask = new() { Radius = 251 } }, Invalid, "251 j/unsharpMaskOptions/radius 0-250" },
        { new() { UnsharpMask = new() { Threshold = 256 } }, Invalid, "256 j/unsharpMaskOptions/threshold 0-255" },
        { new() { UnsharpMask = new() { Monochrome = 2 } }, Invalid, "2 j/unsharpMaskOptions/monochrome 0-1" },
        { new() { UnCompress = new() }, Missing, "j/unCompressOptions/process" },
        { new() { UnCompress = new() { Process = "Uncompress" } }, Invalid, "Uncompress j/unCompressOptions/process" },
        { new() { Media = new() { ThumbnailOptions = new() { ThumbnailTime = -1 } } }, Invalid, "-1 j/mediaOptions/thumbnailOptions/thumbnailTime 0 or more" },
        { new() { Media = new() { VideoEncodingPresetsArray = new() { Items = ["ps|1"] } } }, Invalid, "ps|1 j/mediaOptions/videoEncodingPresetsArray/items[1]" },
        { new() { Media = new() { VideoEncodingPresetsArray = new() { Items = ["ps|3", "ps|2"] } } }, Invalid, "ps|2 j/mediaOptions/videoEncodingPresetsArray/items[2]" },
        { new() { Media = new() { VideoEncodingPresetsArray = new() { Items = ["a|3"] } } }, Invalid, "a|3 j/mediaOptions/videoEncodingPresetsArray/items[1]" },
        { new() { Media = new() { VideoEncodingPresetsArray = new() { Items = ["ps|9"] } } }, Invalid, "ps|9 j/mediaOptions/videoEncodingPresetsArray/items[1]" },
        { new() { AutoSets = new() { AutoSetsArray = new() { Items = ["ps|2"] } } }, Invalid, "ps|2 j/autoSetCreationOptions/autoSetsArray/items[1]" },
        { new() { ColorManagement = new() }, Missing, "j/colorManagementOptions/colorManagement" },
        { new() { ColorManagement = new() { ColorManagement = "Convert" } }, Missing, "j/colorManagementOptions/outputProfileHandle" },
        { new() { ColorManagement = new() { ColorManagement = "Default", SourceProfileHandle = "a|9" } }, Invalid, "a|9 j/colorManagementOptions/sourceProfileHandle" },
    };

    public static TheoryData<UploadOptionBlocks> Right => new()
    {
        new UploadOptionBlocks(),
        new UploadOptionBlocks { AutoSets = new AutoSetCreationOptions(), Media = new MediaOptions() },
        new UploadOptionBlocks { Media = new MediaOptions { VideoEncodingPresetsArray = new HandleArray { Items = ["ps|3"] } } },
        new UploadOptionBlocks { Photoshop = new PhotoshopOptions { LayerOptions = new PhotoshopLayerOptions { LayerNaming = "Layername" } } },
        new UploadOptionBlocks { Pdf = new PDFOptions { Process = "render", Resolution = 2400, Colorspace = "Auto" } },
        new UploadOptionBlocks { ManualCrop = new ManualCropOptions { Left = 0, Right = 0, Top = 0, Bottom = 0 } },
        new UploadOptionBlocks { ColorManagement = new ColorManagementOptions { ColorManagement = "MaintainOriginal" } },
        new UploadOptionBlocks { Knockout = new KnockoutBackgroundOptions { Corner = "BottomRight", FillMethod = "MatchPixel" } },
    };

    private static FakePropertySets EncodingSets()
    {
        var sets = new FakePropertySets();
        sets.Add(47, PropertySetTypeNames.BatchSetPreset);
        sets.Add(48, PropertySetTypeNames.VideoEncodingPreset);
        sets.Add(47, PropertySetTypeNames.VideoEncodingPreset);
        return sets;
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Check_BlamesTheElement(UploadOptionBlocks blocks, int code, string arguments)
    {
        var act = async () => await rules.CheckAsync(blocks, 47, "j", CancellationToken.None);

        var fault = (await act.Should().ThrowAsync<RuleViolationException>()).Which;
        (fault.Code, string.Join(' ', fault.Reason.Arguments)).Should().Be((code, arguments));
    }

    [Theory]
    [MemberData(nameof(Right))]
    public async Task Check_Accepts(UploadOptionBlocks blocks) => await rules.CheckAsync(blocks, 47, "j", CancellationToken.None);
}
