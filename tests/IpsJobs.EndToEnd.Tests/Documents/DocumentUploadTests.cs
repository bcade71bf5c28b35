using System.Text;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Testing;
using IpsJobs.Testing.Documents;
using IpsJobs.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace IpsJobs.EndToEnd.Tests.Documents;

/// <summary>What becomes of documents that are uploaded: pages, catalogs, words, links.</summary>
public sealed class DocumentUploadTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const int CompanyId = 47;
    private const string Postscript = "%!PS-Adobe-3.0\n%%Pages: 2\n<< /PageSize [100 50] >> setpagedevice\n"
        + "%%Page: 1 1\n1 0 0 setrgbcolor 0 0 50 50 rectfill showpage\n%%Page: 2 2\n0 1 0 setrgbcolor 0 0 50 50 rectfill showpage\n%%EOF\n";

    [ToolFact("pdftoppm", "pdfinfo", "pdftotext", "pdffonts")]
    public async Task Pdf_BecomesPagesInACatalog_WhenTheBlockIsAbsent()
    {
        var log = await UploadAsync("plain.pdf", new SamplePdf { Link = "http://example.com/x" }.Build(), _ => { });

        log.FileSuccessCount.Should().Be(4);
        log.TotalFileCount.Should().Be(4);
        var pages = await Task.WhenAll(FindAsync("plain_01"), FindAsync("plain_02"));
        pages.Select(p => (p.Content.Type, p.Content.Optimized!.Width, p.Content.Optimized.Height))
            .Should().Equal((AssetTypes.Image, 200, 100), (AssetTypes.Image, 200, 100));
        var catalog = await FindAsync("plain");
        catalog.Content.Type.Should().Be(AssetTypes.Catalog);
        (await Assets.ListMembersAsync(catalog.AssetId, CancellationToken.None)).Select(m => m.AssetId)
            .Should().Equal(pages.Select(p => p.AssetId));
        pages[0].Content.Details.Maps.Should().Equal(new AssetMap("", "rect", "0,0,40,40", "http://example.com/x"));
        pages[1].Content.Details.Maps.Should().Equal(new AssetMap("", "rect", "0,0,40,40", "catalog page 1"));
        (await Assets.FindWordsAsync(pages[0].AssetId, CancellationToken.None)).Should().BeNull();
        (await Assets.FindGenerationAsync(pages[1].AssetId, CancellationToken.None))
            .Should().Match<Generation>(g => g.Engine == GenerationEngines.PostScriptRip && g.Attributes["page"] == "2");
    }

    [ToolFact("pdftoppm", "pdfinfo", "pdftotext", "pdffonts")]
    public async Task Pdf_FollowsItsBlock_WhenThereIsOne()
    {
        await UploadAsync("options.pdf", new SamplePdf { PageCount = 2 }.Build(), job => job.PdfOptions = new PDFOptions
        {
            Process = "Rasterize", Resolution = 144, PdfCatalog = false, ExtractSearchWords = true,
        });

        var page = await FindAsync("options_02");
        page.Content.Optimized!.Width.Should().Be(400);
        page.Content.Optimized.Resolution.Should().BeApproximately(144, 0.001);
        (await Assets.FindWordsAsync(page.AssetId, CancellationToken.None)).Should().Be("Words of page 2");
        (await FindOrNullAsync("options")).Should().BeNull("no catalog was asked for");
    }

    [ToolTheory("gs", "pdftoppm", "pdfinfo", "pdffonts")]
    [InlineData("0 1 1 0 k", null, new double[] { 0, 255, 255, 0 })]
    [InlineData("0.2 g", null, new double[] { 51 })]
    [InlineData("1 0 0 rg", null, new double[] { 255, 0, 0 })]
    [InlineData("0 1 1 0 k", "Rgb", new double[] { 3 })]
    [InlineData("1 0 0 rg", "Gray", new double[] { 1 })]
    [InlineData("1 0 0 rg", "Cmyk", new double[] { 4 })]
    public async Task Pdf_IsDrawnInItsOwnColours_UnlessTheBlockForcesOthers(string color, string? colorspace, double[] pixel)
    {
        var name = $"colour-{Guid.NewGuid():N}";
        await UploadAsync(name + ".pdf", new SamplePdf { PageCount = 1, Color = color }.Build(), job => job.PdfOptions = new PDFOptions
        {
            Resolution = 72, Colorspace = colorspace,
        });

        var page = await FindAsync(name + "_01");
        using var picture = Image.Tiffload(server.Data.Optimized("SampleCompany/").Resolve(page.Content.Optimized!.Path));
        if (colorspace is null)
            picture.Getpoint(20, 20).Should().Equal(pixel);
        else
            picture.Bands.Should().Be((int)pixel[0]);
    }

    [ToolFact("pdftoppm", "pdfinfo", "pdftotext", "pdffonts")]
    public async Task Pdf_ReplacesItsPagesAndTrashesSurplus_WhenItIsUploadedAgain()
    {
        await UploadAsync("again.pdf", new SamplePdf { PageCount = 3 }.Build(), _ => { });
        var (first, third) = (await FindAsync("again_01"), await FindAsync("again_03"));

        var log = await UploadAsync("again.pdf", new SamplePdf { PageCount = 2 }.Build(), _ => { });

        log.FileUpdateCount.Should().Be(4);
        (await FindAsync("again_01")).AssetId.Should().Be(first.AssetId);
        (await FindAsync("again_03")).Should().Match<StoredAsset>(a => a.AssetId == third.AssetId && a.TrashState == TrashStates.InTrash);
    }

    [ToolFact("pdfinfo", "pdffonts")]
    public async Task Pdf_IsStoredWithAWarning_WhenItHasTooManyPages()
    {
        var log = await UploadAsync("long.pdf", new SamplePdf { PageCount = 101 }.Build(), _ => { });

        log.FileSuccessCount.Should().Be(1);
        log.DetailArray!.Items.Single(r => r.LogType == LogTypes.UploadSuccess).AuxArray!.Items.Single().LogMessage.Should().Contain("101");
        (await FindOrNullAsync("long_001")).Should().BeNull();
    }

    [ToolFact("gs", "pdftoppm", "pdfinfo", "pdffonts")]
    public async Task PostScript_ShowsItsFirstPageAndMakesTheOthers_WhenItIsRasterized()
    {
        await UploadAsync("drawing.ps", Encoding.ASCII.GetBytes(Postscript), job => job.PostScriptOptions = new PostScriptOptions
        {
            Process = "Rasterize", Resolution = 72,
        });

        var drawing = await FindAsync("drawing");
        (drawing.Content.Type, drawing.Content.Optimized!.Width, drawing.Content.Optimized.Height).Should().Be((AssetTypes.PostScript, 100, 50));
        var second = await FindAsync("drawing_02");
        (second.Content.Type, second.Content.Optimized!.Width).Should().Be((AssetTypes.Image, 100));
        (await FindOrNullAsync("drawing_01")).Should().BeNull();
    }

    [ToolFact("gs")]
    public async Task PostScript_IsOnlyStored_WhenTheBlockIsAbsent()
    {
        await UploadAsync("stored.ps", Encoding.ASCII.GetBytes(Postscript), _ => { });

        (await FindAsync("stored")).Content.Optimized.Should().BeNull();
    }

    private IAssetStore Assets => server.Services.GetRequiredService<IAssetStore>();

    private async Task<JobLog> UploadAsync(string name, byte[] content, Action<UploadUrlsJob> change)
    {
        using var web = new LocalWebServer();
        web.Answer("/" + name, LocalResponse.Ok(content));
        var job = new UploadUrlsJob
        {
            UrlArray = new UploadUrlArray { Items = { new UploadUrl { SourceUrl = web.UrlOf("/" + name), DestPath = "Documents/" + name } } },
            Overwrite = true,
            ReadyForPublish = true,
            CreateMask = false,
            EmailSetting = EmailSettings.None,
        };
        change(job);
        return await server.RunAsync(new SubmitJobParam { CompanyHandle = "c|47", JobName = $"{name} {Guid.NewGuid():N}", UploadUrlsJob = job });
    }

    private async Task<StoredAsset> FindAsync(string name) =>
        await FindOrNullAsync(name) ?? throw new InvalidOperationException($"There is no asset {name}");

    private Task<StoredAsset?> FindOrNullAsync(string name) =>
        Assets.FindByNameAsync(CompanyId, NameSpace.Catalog, name, CancellationToken.None);
}
