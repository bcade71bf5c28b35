using System.Text;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.Tests.UrlUpload;
using IpsJobs.Testing.Photoshop;

namespace IpsJobs.Handlers.Tests.Ingest;

public sealed class PhotoshopLayersTests : IDisposable
{
    private static readonly TestLayer Background = new("Background", 0, 0, 100, 80, 10, 20, 30);
    private static readonly TestLayer Shirt = new("Shirt", 20, 10, 40, 30, 200, 0, 0);

    private readonly UploadFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task MergedPictureOnly_UnlessLayersAreAskedFor()
    {
        await UploadAsync("a.psd", options: null, Background, Shirt);

        var asset = fixture.Assets.All.Single();
        (asset.Name, asset.Content.Type, asset.Content.Optimized!.Width).Should().Be(("a", AssetTypes.Image, 100));
        using var picture = fixture.Picture(asset);
        picture.Getpoint(5, 5).Should().Equal(10, 20, 30);
    }

    [Fact]
    public async Task EachLayer_BecomesAnAssetWithItsRowAndGeneration()
    {
        await UploadAsync("a.psd", new PhotoshopLayerOptions(), Background, Shirt);

        fixture.Asset("a").Content.Type.Should().Be(AssetTypes.PsdTemplate);
        fixture.Rows.Select(r => (r.LogType, r.AssetName, r.FileType)).Should().Equal(
            (LogTypes.UploadSuccess, "a", LogFileTypes.PsdTemplate),
            (LogTypes.UploadSuccess, "a_1", LogFileTypes.MasterImage),
            (LogTypes.UploadSuccess, "a_Shirt", LogFileTypes.MasterImage));
        var shirt = fixture.Asset("a_Shirt");
        (shirt.Content.Folder, shirt.Content.Type, shirt.ReadyForPublish).Should().Be(("Sample/x/", AssetTypes.Image, true));
        (shirt.Content.Generation!.OriginatorId, shirt.Content.Generation.Engine, shirt.Content.Generation.Key)
            .Should().Be((fixture.Asset("a").AssetId, GenerationEngines.PhotoshopLayers, "2"));
        using var picture = fixture.Picture(shirt);
        (picture.Width, picture.Height, picture.Bands).Should().Be((40, 30, 4));
        picture.Getpoint(0, 0).Should().Equal(200, 0, 0, 255);
        fixture.Counters.TotalFile.Should().Be(3);
    }

    [Theory]
    [InlineData(LayerNamings.LayerName, "1", "Shirt", "Shirt_2")]
    [InlineData("Layername", "1", "Shirt", "Shirt_2")]
    [InlineData(LayerNamings.AppendNumber, "a_1", "a_2", "a_3")]
    [InlineData(LayerNamings.AppendName, "a_1", "a_Shirt", "a_Shirt_2")]
    [InlineData(null, "a_1", "a_Shirt", "a_Shirt_2")]
    public async Task Names_FollowTheRuleAndAreToldApart(string? naming, params string[] names)
    {
        await UploadAsync("a.psd", new PhotoshopLayerOptions { LayerNaming = naming }, Background, Shirt, Shirt with { Left = 50 });

        fixture.Assets.All.Select(a => a.Name).Skip(1).Should().Equal(names);
    }

    [Fact]
    public async Task Folders_FollowTheGroups()
    {
        await UploadAsync(
            "a.psd", new PhotoshopLayerOptions { LayerNaming = LayerNamings.Folders },
            Background, TestLayer.GroupBegin, TestLayer.GroupBegin, Shirt, TestLayer.GroupEnd("inner"), TestLayer.GroupEnd("out: er"));

        fixture.Assets.All.Skip(1).Select(a => (a.Content.Folder, a.Name)).Should().Equal(
            ("Sample/x/a/", "Background"), ("Sample/x/a/out er/inner/", "Shirt"));
    }

    [Fact]
    public async Task Names_LoseForbiddenCharactersOnly()
    {
        await UploadAsync("a.psd", new PhotoshopLayerOptions { LayerNaming = LayerNamings.LayerName }, Shirt with { Name = "Größe: 4/5 v1.2" });

        fixture.Assets.All[1].Name.Should().Be("Größe 45 v1.2");
    }

    [Fact]
    public async Task EqualLayerNamesOfTwoFiles_DoNotCollide()
    {
        var options = new PhotoshopLayerOptions { LayerNaming = LayerNamings.LayerName };
        var one = new PsdWriter(100, 80).Write(Background, Shirt);
        var two = new PsdWriter(100, 80).Write(Background, Shirt with { Color = [0, 200, 0] });

        await fixture.RunAsync(Job(options, ("/1", one, "x/a.psd"), ("/2", two, "x/b.psd")));

        var shirts = fixture.Assets.All.Where(a => a.Name.StartsWith("Shirt", StringComparison.Ordinal)).ToList();
        shirts.Select(s => s.Name).Should().BeEquivalentTo("Shirt", "Shirt-1");
        foreach (var shirt in shirts)
        {
            using var picture = fixture.Picture(shirt);
            var green = shirt.Content.Generation!.OriginatorId == fixture.Asset("b").AssetId;
            picture.Getpoint(1, 1)[1].Should().Be(green ? 200 : 0);
        }
    }

    [Fact]
    public async Task ExtendedLayers_HaveTheSizeOfTheCanvas()
    {
        await UploadAsync("a.psd", new PhotoshopLayerOptions { ExtendLayers = true }, Background, Shirt);

        using var picture = fixture.Picture(fixture.Asset("a_Shirt"));
        (picture.Width, picture.Height).Should().Be((100, 80));
        picture.Getpoint(19, 10)[3].Should().Be(0);
        picture.Getpoint(20, 10).Should().Equal(200, 0, 0, 255);
        picture.Getpoint(59, 39)[3].Should().Be(255);
        picture.Getpoint(60, 40)[3].Should().Be(0);
    }

    [Fact]
    public async Task Crop_MovesLayersAndCutsThemAtTheCanvas()
    {
        var job = Job(new PhotoshopLayerOptions { CreateTemplate = true, Anchor = Anchors.Northwest }, ("/1", new PsdWriter(100, 80).Write(Background, Shirt), "x/a.psd"));
        job.ManualCropOptions = new ManualCropOptions { Left = 30, Right = 10, Top = 5, Bottom = 5 };

        await fixture.RunAsync(job);

        using var picture = fixture.Picture(fixture.Asset("a_Shirt"));
        (picture.Width, picture.Height).Should().Be((30, 30));
        Modifier.Should().StartWith("layer=0&size=60,70&").And.Contain("layer=2,Shirt&src=is{Sample/a_Shirt}&originN=-0.5,-0.5&pos=-30,-30");
    }

    [Fact]
    public async Task Template_PutsTheLayersTogetherAgain()
    {
        await UploadAsync(
            "a.psd", new PhotoshopLayerOptions { CreateTemplate = true },
            Background, Shirt with { Opacity = 128 }, Shirt with { Name = "Hidden", Hidden = true, Left = 60, Top = 50 });

        var template = fixture.Asset("a_Template");
        (template.Content.Type, template.Content.Folder, template.NameSpace).Should().Be((AssetTypes.Template, "Sample/x/", NameSpace.Catalog));
        Modifier.Should().Be(
            "layer=0&size=100,80"
            + "&layer=1,Background&src=is{Sample/a_1}&originN=0,0&pos=0,0"
            + "&layer=2,Shirt&src=is{Sample/a_Shirt}&originN=0,0&pos=-10,-15&opac=50"
            + "&layer=3,Hidden&src=is{Sample/a_Hidden}&originN=0,0&pos=30,25&hide=1");
        fixture.Rows[^1].FileType.Should().Be(LogFileTypes.Template);
    }

    [Theory]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    public async Task Text_StaysTextInTheTemplateOnly(bool extract, bool template, bool asImage)
    {
        var options = new PhotoshopLayerOptions { ExtractText = extract, CreateTemplate = template };

        await UploadAsync("a.psd", options, Background, Shirt with { Name = "Title", Text = TextBlock("Hé{llo") });

        fixture.Assets.All.Any(a => a.Name == "a_Title").Should().Be(asImage);
        if (extract && template)
        {
            var text = Uri.UnescapeDataString(Modifier[(Modifier.IndexOf("text=", StringComparison.Ordinal) + 5)..]);
            text.Should().StartWith(@"{\rtf1\ansi{\fonttbl{\f0 Minion;}}{\colortbl;\red255\green0\blue51;}\f0\fs48\cf1 H\u233?\{llo}");
        }
    }

    [Theory]
    [InlineData("other.ttf", true)]
    [InlineData("minion.pfb", false)]
    public async Task MissingFonts_AreRemarkedOnAtTheTemplate(string uploaded, bool isMissing)
    {
        var options = new PhotoshopLayerOptions { ExtractText = true, CreateTemplate = true };
        var font = ("/font", "no table of names"u8.ToArray(), uploaded);
        var layers = new PsdWriter(100, 80).Write(Background, Shirt with { Text = TextBlock("Hello") }, Shirt with { Name = "Line", Text = TextBlock("again") });
        await fixture.RunAsync(Job(options, font));

        await fixture.RunAsync(Job(options, font, ("/a.psd", layers, "x/a.psd")));

        fixture.Rows[^1].AssetName.Should().Be("a_Template");
        fixture.Rows[^1].Aux.Select(a => a.Message).Should().BeEquivalentTo(
            isMissing ? new[] { new LocalizedMessage("Log.Upload.FontMissing", "Minion") } : []);
    }

    [Fact]
    public async Task LayersWithoutPixels_AreLeftOutWithAWarningAndInNoTotal()
    {
        await UploadAsync("a.psd", new PhotoshopLayerOptions(), Background, new TestLayer("Curves", 0, 0, 0, 0, 0, 0, 0));

        fixture.Assets.All.Select(a => a.Name).Should().Equal("a", "a_1");
        (fixture.Rows[^1].LogType, fixture.Rows[^1].Message.Key).Should().Be((LogTypes.UploadWarning, "Log.Layer.NoPixels"));
        fixture.Counters.TotalFile.Should().Be(2);
    }

    [Fact]
    public async Task BlendModes_AreRemarkedOn()
    {
        await UploadAsync("a.psd", new PhotoshopLayerOptions(), Shirt with { BlendMode = "mul " });

        fixture.Rows[^1].Aux.Single().Message.Key.Should().Be("Log.Layer.EffectsIgnored");
    }

    [Fact]
    public async Task ReplacedFile_ReplacesItsLayersAndTrashesThoseThatAreGone()
    {
        await UploadAsync("a.psd", new PhotoshopLayerOptions(), Background, Shirt, Shirt with { Name = "Cap" });
        var shirt = fixture.Asset("a_Shirt").AssetId;
        var filler = Enumerable.Range(0, 10).Select(i => ($"/f{i}", Array.Empty<byte>(), $"f{i}.css"));

        await fixture.RunAsync(Job(
            new PhotoshopLayerOptions(),
            [.. filler, ("/2", new PsdWriter(100, 80).Write(Background, Shirt with { Color = [0, 0, 99] }), "x/a.psd")]));

        fixture.Asset("a_Shirt").AssetId.Should().Be(shirt);
        using var picture = fixture.Picture(fixture.Asset("a_Shirt"));
        picture.Getpoint(1, 1).Should().Equal(0, 0, 99, 255);
        fixture.Asset("a_Cap").TrashState.Should().Be(TrashStates.InTrash);
    }

    private string Modifier => fixture.Asset("a_Template").Content.Details.UrlModifier;

    private Task UploadAsync(string name, PhotoshopLayerOptions? options, params TestLayer[] layers) =>
        fixture.RunAsync(Job(options, ("/" + name, new PsdWriter(100, 80).Write(layers), "x/" + name)));

    private UploadUrlsJob Job(PhotoshopLayerOptions? options, params (string Url, byte[] Body, string Path)[] files)
    {
        var job = UploadFixture.Job([.. files.Select(f => (fixture.Serve(f.Url, f.Body), f.Path))]);
        job.PhotoshopOptions = options is null ? null : new PhotoshopOptions { Process = PhotoshopProcesses.MaintainLayers, LayerOptions = options };
        return job;
    }

    // Version, an upright transform of scale 1, the content, and the style as the program writes it.
    private static byte[] TextBlock(string content)
    {
        var block = new MemoryStream();
        block.Write([0, 1]);
        foreach (var value in new double[] { 1, 0, 0, 1, 0, 0 })
            block.Write(BitConverter.GetBytes(value).Reverse().ToArray());
        block.Write("Txt TEXT"u8);
        block.Write([0, 0, 0, (byte)content.Length]);
        block.Write(Encoding.BigEndianUnicode.GetBytes(content));
        block.Write(Encoding.Latin1.GetBytes("/ResourceDict << /FontSet [ << /Name (þÿ"));
        block.Write(Encoding.BigEndianUnicode.GetBytes("Minion"));
        block.Write(Encoding.Latin1.GetBytes(") >> ] >> /StyleSheetData << /FontSize 24.0 /FillColor << /Type 1 /Values [ 1.0 1.0 0.0 .2 ] >> >>"));
        return block.ToArray();
    }
}
