using System.Text;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Handlers.Documents;
using IpsJobs.Handlers.Tests.UrlUpload;
using IpsJobs.Imaging;
using IpsJobs.Imaging.Documents;
using IpsJobs.Imaging.Tools;
using IpsJobs.Testing;
using IpsJobs.Testing.Documents;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Tests.Documents;

/// <summary>What the option blocks of documents do to pixels and assets, with the real programs.</summary>
public sealed class DocumentOptionTests : IDisposable
{
    // Text on an empty page with a red square in the lower left corner, and a second page.
    private const string Postscript = "%!PS-Adobe-3.0\n<< /PageSize [200 100] >> setpagedevice\n1 0 0 setrgbcolor 0 0 50 50 rectfill\n"
        + "0 setgray /Helvetica 12 selectfont 60 60 moveto (First page) show showpage\n0 1 0 setrgbcolor 0 0 50 50 rectfill\n"
        + "0 setgray /Helvetica 12 selectfont 60 60 moveto (Second page) show showpage\n";

    private readonly UploadFixture fixture = new();

    public DocumentOptionTests()
    {
        var tools = new DocumentTools(
            new ToolRunner(new Confinement(NullLogger<Confinement>.Instance), Options.Create(new ToolOptions()), fixture.Clock),
            Options.Create(new ToolOptions()),
            Options.Create(new ImagingOptions()));
        var limits = Options.Create(new DocumentOptions());
        foreach (var type in new[] { AssetTypes.Pdf, AssetTypes.PostScript, AssetTypes.Illustrator })
            fixture.Parts.Renderers.Add(new DocumentRenderer(type, tools, limits));
        fixture.Parts.Makers.Add(parts => new PageMaker(tools, parts, new PageMaps(fixture.Optimizer), limits));
    }

    public void Dispose() => fixture.Dispose();

    [ToolFact("pdftoppm", "pdfinfo", "pdffonts")]
    public async Task Pdf_ShowsItsFirstPageAndMakesNone_WhenOnlyAThumbnailIsAskedFor()
    {
        await UploadAsync("a.pdf", new SamplePdf().Build(), job => job.PdfOptions = new PDFOptions { Process = "Thumbnail", Resolution = 36 });

        using var picture = fixture.Picture(fixture.Assets.All.Single());
        (picture.Width, picture.Height).Should().Be((100, 50));
        picture.Getpoint(10, 10).Should().Equal(255, 0, 0);
    }

    [ToolFact("pdfinfo")]
    public async Task Pdf_IsOnlyStored_WhenNothingIsAskedFor()
    {
        await UploadAsync("a.pdf", new SamplePdf().Build(), job => job.PdfOptions = new PDFOptions { Process = "None" });

        fixture.Assets.All.Should().ContainSingle().Which.Content.Optimized.Should().BeNull();
    }

    [ToolTheory("pdftoppm", "pdfinfo", "pdffonts")]
    [InlineData(null, 0)]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Pdf_GivesItsLinksAsMaps_OnlyWhenTheBlockSaysSo(bool? extract, int maps)
    {
        await UploadAsync("a.pdf", new SamplePdf { PageCount = 1, Link = "http://example.com/x" }.Build(), job => job.PdfOptions = new PDFOptions { Resolution = 72, ExtractLinks = extract });

        fixture.Asset("a_01").Content.Details.Maps.Should().HaveCount(maps);
    }

    [ToolFact("pdftoppm", "pdfinfo", "pdffonts")]
    public async Task Pdf_PagesAreCutAtTheResolutionOfTheJob_AndTheirMapsWithThem()
    {
        await UploadAsync("a.pdf", new SamplePdf { PageCount = 1, Link = "http://example.com/x" }.Build(), job =>
        {
            job.PdfOptions = new PDFOptions { Resolution = 144, ExtractLinks = true };
            job.ManualCropOptions = new ManualCropOptions { Left = 20, Right = 100, Top = 10, Bottom = 0 };
        });

        var page = fixture.Asset("a_01");
        using var picture = fixture.Picture(page);
        (picture.Width, picture.Height).Should().Be((280, 190));
        picture.Getpoint(59, 69).Should().Equal(255, 0, 0);
        picture.Getpoint(61, 71).Should().Equal(255, 255, 255);
        page.Content.Details.Maps!.Single().Region.Should().Be("0,0,60,70");
    }

    [ToolFact("pdftoppm", "pdfinfo", "pdffonts")]
    public async Task Pdf_PagesAreCutPageByPage_WhenTheColourDecides()
    {
        await UploadAsync("a.pdf", new SamplePdf { Text = page => page == 1 ? "" : "IIIIIIII" }.Build(), job =>
        {
            job.PdfOptions = new PDFOptions { Resolution = 72 };
            job.AutoColorCropOptions = new AutoColorCropOptions { Corner = Corners.BottomRight, Tolerance = 0.1 };
        });

        using var first = fixture.Picture(fixture.Asset("a_01"));
        (first.Width, first.Height).Should().Be((40, 40));
        using var second = fixture.Picture(fixture.Asset("a_02"));
        second.Width.Should().BeGreaterThan(60);
    }

    [ToolFact("pdftoppm", "pdfinfo", "pdffonts")]
    public async Task Pdf_PagesLoseTheirBackground_WhenItIsKnockedOut()
    {
        await UploadAsync("a.pdf", new SamplePdf { PageCount = 1 }.Build(), job =>
        {
            job.PdfOptions = new PDFOptions { Resolution = 72 };
            job.KnockoutBackgroundOptions = new KnockoutBackgroundOptions { Corner = Corners.BottomRight, FillMethod = FillMethods.FloodFill, Tolerance = 0 };
        });

        using var page = fixture.Picture(fixture.Asset("a_01"));
        page.Getpoint(10, 10).Should().Equal(255, 0, 0, 255);
        page.Getpoint(190, 10)[3].Should().Be(0);
    }

    [ToolFact("gs", "pdfinfo")]
    public async Task Pdf_IsRefused_WhenItIsLocked()
    {
        var locked = Path.Combine(fixture.Data.Root, "locked.pdf");
        var plain = Path.Combine(fixture.Data.Root, "plain.pdf");
        await File.WriteAllBytesAsync(plain, new SamplePdf().Build());
        using var lockIt = System.Diagnostics.Process.Start(
            "gs", ["-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-sOwnerPassword=a", "-sUserPassword=b", "-o", locked, plain]);
        await lockIt.WaitForExitAsync();

        await UploadAsync("a.pdf", await File.ReadAllBytesAsync(locked), _ => { });

        fixture.Rows.Single().Should().Match<Core.Jobs.LogRow>(r => r.LogType == LogTypes.UploadError && r.Message.Key == IDocumentTools.Locked);
        fixture.Assets.All.Should().BeEmpty();
    }

    [ToolTheory("gs", "pdftocairo", "pdftoppm", "pdfinfo", "pdffonts")]
    [InlineData("a.ps", true)]
    [InlineData("a.ps", false)]
    [InlineData("a.ai", true)]
    [InlineData("a.ai", false)]
    public async Task Drawing_KeepsItsTransparentBackground_OnlyWhenTheBlockSaysSo(string name, bool alpha)
    {
        var body = name == "a.ai" ? new SamplePdf { PageCount = 1, Text = _ => "" }.Build() : Encoding.ASCII.GetBytes(Postscript);

        await UploadAsync(name, body, job => job.PostScriptOptions = new PostScriptOptions { Resolution = 72, Alpha = alpha });

        using var picture = fixture.Picture(fixture.Asset("a"));
        var (square, paper) = name == "a.ai" ? (picture.Getpoint(10, 10), picture.Getpoint(190, 90)) : (picture.Getpoint(10, 90), picture.Getpoint(190, 10));
        square.Should().Equal(alpha ? new double[] { 255, 0, 0, 255 } : new double[] { 255, 0, 0 });
        paper[^1].Should().Be(alpha ? 0 : 255);
    }

    [ToolFact("gs", "pdftoppm", "pdfinfo", "pdffonts", "pdftotext")]
    public async Task PostScript_KeepsTheWordsOfEveryPage_WhenTheBlockSaysSo()
    {
        await UploadAsync("a.ps", Encoding.ASCII.GetBytes(Postscript), job => job.PostScriptOptions = new PostScriptOptions
        {
            Resolution = 72, ExtractSearchWords = true,
        });

        fixture.Asset("a").Content.Words.Should().Be("First page");
        fixture.Asset("a_02").Content.Words.Should().Be("Second page");
    }

    [ToolFact("gs", "pdftoppm", "pdfinfo", "pdffonts")]
    public async Task Illustrator_FollowsItsOwnBlock_WhenThereIsOne()
    {
        await UploadAsync("a.ai", new SamplePdf { PageCount = 2 }.Build(), job =>
        {
            job.PostScriptOptions = new PostScriptOptions { Resolution = 72 };
            job.IllustratorOptions = new IllustratorOptions { Process = "Thumbnail", Resolution = 144 };
        });

        fixture.Assets.All.Should().ContainSingle().Which.Content.Optimized!.Width.Should().Be(400);
    }

    private Task UploadAsync(string name, byte[] body, Action<UploadUrlsJob> change)
    {
        var job = UploadFixture.Job((fixture.Serve("/" + name, body), name));
        change(job);
        return fixture.RunAsync(job);
    }
}
