using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Tests.Assets.Rules;

public sealed class FileTypesTests
{
    [Theory]
    [InlineData("bmp fpx gif jpg jpeg pct pict png tif tiff psd cr2 nef arw dng", "Image", "MasterImage", NameSpace.Catalog)]
    [InlineData("ai", "Illustrator", "MasterImage", NameSpace.Catalog)]
    [InlineData("eps ps", "PostScript", "MasterImage", NameSpace.Catalog)]
    [InlineData("svg svgx svgz", "Svg", "Svg", NameSpace.Catalog)]
    [InlineData("fxg", "Fxg", "NoType", NameSpace.Catalog)]
    [InlineData("pdf", "Pdf", "Pdf", NameSpace.Static)]
    [InlineData("indd indt", "InDesign", "NoType", NameSpace.Static)]
    [InlineData("icc icm", "IccProfile", "IccProfile", NameSpace.Static)]
    [InlineData("ttf otf ttc afm pfb pfm", "Font", "Font", NameSpace.Static)]
    [InlineData("xsl xslt", "Xsl", "Xsl", NameSpace.Static)]
    [InlineData("xml", "Xml", "Xml", NameSpace.Static)]
    [InlineData("css", "Css", "NoType", NameSpace.Static)]
    [InlineData("js", "Javascript", "NoType", NameSpace.Static)]
    [InlineData("vnt", "Vignette", "Vignette", NameSpace.Catalog)]
    [InlineData("vnc", "Cabinet", "Cabinet", NameSpace.Catalog)]
    [InlineData("vnw", "WindowCovering", "WindowCovering", NameSpace.Catalog)]
    [InlineData("aco", "Aco", "Aco", NameSpace.Static)]
    [InlineData("mp4 m4v", "Video", "Video", NameSpace.Static)]
    [InlineData("3gp avi flv f4v m2p m2t m2ts m2v mov mpeg mpg mts ogv ts vob webm wmv asf", "MasterVideo", "Video", NameSpace.Static)]
    [InlineData("vtt srt", "VideoCaption", "NoType", NameSpace.Static)]
    [InlineData("aac ac3 aif aiff mp3 wav wma", "Audio", "NoType", NameSpace.Static)]
    [InlineData("swf fla", "Flash", "ViewerSwf", NameSpace.Static)]
    [InlineData("swc", "Swc", "NoType", NameSpace.Static)]
    [InlineData("zip tar gz tgz", "Zip", "Zip", NameSpace.Static)]
    [InlineData("doc docx", "Word", "NoType", NameSpace.Static)]
    [InlineData("xls xlsx", "Excel", "NoType", NameSpace.Static)]
    [InlineData("ppt pptx", "PowerPoint", "NoType", NameSpace.Static)]
    [InlineData("rtf", "Rtf", "NoType", NameSpace.Static)]
    public void Classify_KnowsTheType_ByTheLastExtension(string extensions, string type, string logType, NameSpace nameSpace)
    {
        foreach (var extension in extensions.Split(' '))
        {
            var expected = new FileClass.Known(type, logType, nameSpace);
            Classify($"a.b.{extension}").Should().Be(expected);
            Classify($"folder/A.{extension.ToUpperInvariant()}").Should().Be(expected);
        }
        AssetTypes.All.Should().Contain(type);
        LogFileTypes.All.Should().Contain(logType);
    }

    [Theory]
    [InlineData(".DS_Store")]
    [InlineData("a/.gitignore.jpg")]
    [InlineData("a\\Thumbs.db")]
    [InlineData("thumbs.DB")]
    [InlineData("desktop.ini")]
    public void Classify_IsHidden_WhenASystemLeftTheFile(string fileName) =>
        Classify(fileName).Should().Be(new FileClass.Hidden());

    [Theory]
    [InlineData("a.xyz", "xyz")]
    [InlineData("jpg", "")]
    [InlineData("a.jpg/b", "")]
    [InlineData("a.", "")]
    public void Classify_IsUnknown_WhenNoTypeGoesWithTheExtension(string fileName, string extension) =>
        Classify(fileName).Should().Be(new FileClass.Unknown(extension));

    [Fact]
    public void Classify_RefusesScripts_WhenTheCompanyDoesNotAllowThem() =>
        FileTypes.Classify("a.JS", hasEncodingPresets: false, javascriptAllowed: false).Should().Be(new FileClass.Refused("JS"));

    [Theory]
    [InlineData("a.mp4", "MasterVideo")]
    [InlineData("a.mov", "MasterVideo")]
    [InlineData("a.mp3", "Audio")]
    public void Classify_MakesVideosMasters_WhenThereAreEncodingPresets(string fileName, string type) =>
        FileTypes.Classify(fileName, hasEncodingPresets: true, javascriptAllowed: false)
            .Should().BeOfType<FileClass.Known>().Which.AssetType.Should().Be(type);

    [Fact]
    public void LaterClasses_HaveTheirNameSpace_WhenTheContentDecides()
    {
        FileTypes.AnimatedGif.Should().Be(new FileClass.Known("AnimatedGif", "NoType", NameSpace.Static));
        FileTypes.PsdTemplate.Should().Be(new FileClass.Known("PsdTemplate", "PsdTemplate", NameSpace.Catalog));
    }

    [Theory]
    [InlineData("a.in.jpg", true)]
    [InlineData("a.in.jpg.part", true)]
    [InlineData("a.in", false)]
    [InlineData("main.jpg", false)]
    public void TemporaryFiles_MatchTheDefault_WhenAnotherProgramIsWriting(string fileName, bool matches) =>
        TemporaryFiles.Default.Matches(fileName).Should().Be(matches);

    [Theory]
    [InlineData("(")]
    [InlineData("(a)\\1")]
    public void TemporaryFiles_Throw_WhenAPatternIsUnusable(string pattern) =>
        FluentActions.Invoking(() => new TemporaryFiles([pattern])).Should().Throw<ArgumentException>();

    private static FileClass Classify(string fileName) =>
        FileTypes.Classify(fileName, hasEncodingPresets: false, javascriptAllowed: true);
}
