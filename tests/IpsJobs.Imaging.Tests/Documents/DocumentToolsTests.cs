using System.Text;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Imaging.Documents;
using IpsJobs.Imaging.Tools;
using IpsJobs.Testing;
using IpsJobs.Testing.Documents;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NetVips;

namespace IpsJobs.Imaging.Tests.Documents;

public sealed class DocumentToolsTests : IDisposable
{
    private const string Eps =
        """
        %!PS-Adobe-3.0 EPSF-3.0
        %%BoundingBox: 0 0 100 50
        1 0 0 setrgbcolor 0 0 50 50 rectfill
        showpage
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ips-docs-");
    private readonly DocumentTools tools = Create(new ToolOptions { Timeout = TimeSpan.FromSeconds(30) }, maxPixels: 10_000_000);

    public void Dispose() => folder.Delete(recursive: true);

    [ToolFact("pdfinfo")]
    public async Task Read_CountsPages_WhenTheFileIsWhole() =>
        (await tools.ReadAsync(Write("a.pdf", new SamplePdf { PageCount = 3 }.Build()), CancellationToken.None)).PageCount.Should().Be(3);

    [ToolFact("pdfinfo")]
    public async Task Read_Refuses_WhenTheFileIsDamaged()
    {
        var read = () => tools.ReadAsync(Write("a.pdf", "%PDF-1.4 and nothing more"u8.ToArray()), CancellationToken.None);

        (await read.Should().ThrowAsync<ImageUnreadableException>()).Which.Reason.Key.Should().Be("Log.Document.Unreadable");
    }

    [ToolFact("pdfinfo", "gs")]
    public async Task Read_SaysLocked_WhenAPasswordIsNeeded()
    {
        var plain = Write("plain.pdf", new SamplePdf().Build());
        var locked = PathOf("locked.pdf");
        await RunAsync("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-sOwnerPassword=a", "-sUserPassword=b", "-o", locked, plain);

        var read = () => tools.ReadAsync(locked, CancellationToken.None);

        (await read.Should().ThrowAsync<ImageUnreadableException>()).Which.Reason.Key.Should().Be(IDocumentTools.Locked);
    }

    [ToolFact("pdftoppm", "pdfinfo")]
    public async Task Draw_GivesThePageItsSizeAndColours_WhenTheResolutionIsGiven()
    {
        using var page = await DrawAsync(new SamplePdf().Build(), new PageOrder(2, 144, Colorspaces.Auto, Alpha: false));

        (page.Width, page.Height, page.Bands).Should().Be((400, 200, 3));
        page.Getpoint(40, 40).Should().Equal(255, 0, 0);
        page.Getpoint(200, 20).Should().Equal(255, 255, 255);
        (page.Xres * 25.4).Should().BeApproximately(144, 0.01);
    }

    [ToolFact("pdftoppm", "pdfinfo")]
    public async Task Draw_IsGrey_WhenGreyIsForced()
    {
        using var page = await DrawAsync(new SamplePdf().Build(), new PageOrder(1, 72, Colorspaces.Gray, Alpha: false));

        page.Bands.Should().Be(1);
        page.Getpoint(20, 20)[0].Should().BeInRange(40, 120);
    }

    [ToolFact("gs", "pdfinfo")]
    public async Task Draw_IsCmyk_WhenCmykIsForced()
    {
        using var page = await DrawAsync(new SamplePdf().Build(), new PageOrder(1, 72, Colorspaces.Cmyk, Alpha: false));

        (page.Width, page.Height, page.Bands, page.Interpretation).Should().Be((200, 100, 4, Enums.Interpretation.Cmyk));
        page.Getpoint(20, 20)[1].Should().BeGreaterThan(200);
        page.Getpoint(100, 20).Should().Equal(0, 0, 0, 0);
    }

    [ToolFact("pdftocairo", "pdfinfo")]
    public async Task Draw_KeepsTheBackgroundTransparent_WhenAlphaIsAskedFor()
    {
        using var page = await DrawAsync(new SamplePdf().Build(), new PageOrder(1, 72, Colorspaces.Auto, Alpha: true));

        page.Bands.Should().Be(4);
        page.Getpoint(20, 20).Should().Equal(255, 0, 0, 255);
        page.Getpoint(100, 20)[3].Should().Be(0);
    }

    [ToolFact("pdfinfo")]
    public async Task Draw_RefusesBeforeDrawing_WhenThePageWouldBeHuge()
    {
        var pdf = Write("huge.pdf", new SamplePdf { Width = 14400, Height = 14400 }.Build());

        var draw = () => tools.DrawAsync(pdf, new PageOrder(1, 2400, Colorspaces.Auto, Alpha: false), folder.FullName, PathOf("t.tif"), CancellationToken.None);

        (await draw.Should().ThrowAsync<ImageUnreadableException>()).Which.Reason.Key.Should().Be("Log.Document.PageTooLarge");
    }

    [ToolFact("gs", "pdftoppm", "pdfinfo")]
    public async Task ToPdf_KeepsTheBoundingBox_WhenTheFileIsEps()
    {
        var pdf = await tools.ToPdfAsync(Write("a.eps", Encoding.ASCII.GetBytes(Eps)), folder.FullName, CancellationToken.None);

        using var page = await DrawFileAsync(pdf, new PageOrder(1, 72, Colorspaces.Auto, Alpha: false));

        (page.Width, page.Height).Should().Be((100, 50));
        page.Getpoint(25, 25).Should().Equal(255, 0, 0);
        page.Getpoint(75, 25).Should().Equal(255, 255, 255);
    }

    [Fact]
    public async Task ToPdf_TakesTheFileItself_WhenItIsPdfUnderAnotherName()
    {
        var path = Write("a.ai", new SamplePdf().Build());

        (await tools.ToPdfAsync(path, folder.FullName, CancellationToken.None)).Should().Be(path);
    }

    [ToolFact("gs")]
    public async Task ToPdf_IsCut_WhenTheProgramNeverEnds()
    {
        var quick = Create(new ToolOptions { Timeout = TimeSpan.FromSeconds(1) }, maxPixels: 1000);

        var convert = () => quick.ToPdfAsync(Write("loop.ps", "%!PS\n{ } loop\n"u8.ToArray()), folder.FullName, CancellationToken.None);

        await convert.Should().ThrowAsync<ImageUnreadableException>();
    }

    [ToolFact("gs")]
    public async Task ToPdf_ReadsNoOtherFile_WhenTheProgramAsksForIt()
    {
        var secret = Write("secret.txt", "%!PS\n/Helvetica 20 selectfont 10 10 moveto (secret) show showpage\n"u8.ToArray());
        var thief = Write("thief.ps", Encoding.ASCII.GetBytes($"%!PS\n({secret}) run\n"));
        var scratch = folder.CreateSubdirectory("scratch").FullName;

        var convert = () => tools.ToPdfAsync(thief, scratch, CancellationToken.None);

        await convert.Should().ThrowAsync<ImageUnreadableException>();
        (await tools.ToPdfAsync(secret, scratch, CancellationToken.None)).Should().EndWith(".pdf", "the same program runs when it is asked for itself");
    }

    [ToolFact("pdftotext")]
    public async Task ReadWords_ReadsOnePage()
    {
        var pdf = Write("a.pdf", new SamplePdf().Build());

        (await tools.ReadWordsAsync(pdf, 2, CancellationToken.None)).Should().Be("Words of page 2");
    }

    [Fact]
    public async Task ReadLinks_GivesPlacesFromTheUpperLeftCorner()
    {
        var pdf = Write("a.pdf", new SamplePdf { Link = "http://example.com/shoe" }.Build());

        var links = await tools.ReadLinksAsync(pdf, CancellationToken.None);

        links[1].Should().Equal(new PageLink(0, 0, 40, 40, "http://example.com/shoe", null));
        links[2].Should().Equal(new PageLink(0, 0, 40, 40, null, 1));
    }

    [Fact]
    public async Task ReadLinks_FindsNone_WhenTheFileIsDamaged() =>
        (await tools.ReadLinksAsync(Write("a.pdf", "no pdf"u8.ToArray()), CancellationToken.None)).Should().BeEmpty();

    [ToolFact("pdffonts")]
    public async Task ListMissingFonts_NamesWhatIsNeitherEmbeddedNorStandard()
    {
        var strange = Write("a.pdf", new SamplePdf { Font = "NobodyHasThis" }.Build());
        var standard = Write("b.pdf", new SamplePdf().Build());

        (await tools.ListMissingFontsAsync(strange, CancellationToken.None)).Should().Equal("NobodyHasThis");
        (await tools.ListMissingFontsAsync(standard, CancellationToken.None)).Should().BeEmpty();
    }

    private static DocumentTools Create(ToolOptions options, long maxPixels) => new(
        new ToolRunner(
            new Confinement(NullLogger<Confinement>.Instance), Options.Create(options), new ServerClock(TimeProvider.System, TimeZoneInfo.Utc)),
        Options.Create(options),
        Options.Create(new ImagingOptions { MaxPixels = maxPixels }));

    private Task<Image> DrawAsync(byte[] pdf, PageOrder order) => DrawFileAsync(Write("drawn.pdf", pdf), order);

    private async Task<Image> DrawFileAsync(string pdf, PageOrder order)
    {
        var target = PathOf(Guid.NewGuid() + ".tif");
        await tools.DrawAsync(pdf, order, folder.FullName, target, CancellationToken.None);
        return Image.Tiffload(target).CopyMemory();
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(program, arguments);
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0);
    }

    private string Write(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);
}
