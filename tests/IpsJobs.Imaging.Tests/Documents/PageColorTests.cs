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

/// <summary>The colour space in which a page is drawn when the job leaves it to the file.</summary>
public sealed class PageColorTests : IDisposable
{
    private const string Eps = "%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 50\n0 1 1 0 setcmykcolor 0 0 50 50 rectfill\nshowpage\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ips-colours-");
    private readonly DocumentTools tools = Create();

    public void Dispose() => folder.Delete(recursive: true);

    [ToolTheory("gs", "pdftoppm", "pdfinfo")]
    [InlineData("0 1 1 0 k", 4)]
    [InlineData("/DeviceCMYK cs 0 1 1 0 sc", 4)]
    [InlineData("0.5 g", 1)]
    [InlineData("/CalGray cs 0.5 sc", 1)]
    [InlineData("1 0 0 rg", 3)]
    [InlineData("0 0 0 rg", 3)]
    public async Task Draw_KeepsTheColoursOfTheFile(string color, int bands)
    {
        using var page = await DrawAsync(new SamplePdf { Color = color });

        page.Bands.Should().Be(bands);
    }

    [ToolFact("gs", "pdfinfo")]
    public async Task Draw_KeepsTheInkOfTheFile_WhenEverythingIsCmykOrGrey()
    {
        using var page = await DrawAsync(new SamplePdf { Color = "0 1 0.2 0 k" });

        page.Interpretation.Should().Be(Enums.Interpretation.Cmyk);
        page.Getpoint(20, 20).Should().Equal(0, 255, 51, 0);
        page.Getpoint(180, 20).Should().Equal(0, 0, 0, 0);
    }

    [ToolFact("pdftoppm", "pdfinfo")]
    public async Task Draw_IsRgb_WhenAPageMixesRgbAndCmyk()
    {
        using var page = await DrawAsync(new SamplePdf { Color = "0 1 1 0 k", Tail = "0 0 1 rg 100 60 40 40 re f" });

        page.Bands.Should().Be(3);
        page.Getpoint(120, 20).Should().Equal(0, 0, 255);
    }

    [ToolFact("gs", "pdfinfo")]
    public async Task Draw_IgnoresColoursThatPaintNothing()
    {
        using var page = await DrawAsync(new SamplePdf { Color = "1 0 0 rg 1 0 0 RG q 0 1 0 rg Q 0 1 1 0 k" });

        page.Bands.Should().Be(4);
    }

    [ToolFact("pdftoppm", "pdfinfo")]
    public async Task Draw_IsRgb_WhenTheColourIsSetBackByTheEndOfAGroup()
    {
        using var page = await DrawAsync(new SamplePdf { Color = "1 0 0 rg q 0 1 1 0 k Q" });

        page.Getpoint(20, 20).Should().Equal(255, 0, 0);
    }

    [ToolTheory("gs", "pdftoppm", "pdfinfo")]
    [InlineData("/ColorSpace << /C [/Separation /Red /DeviceCMYK 7 0 R] >>", "/C cs 1 scn", "<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [0 1 1 0] >>", 4)]
    [InlineData("/ColorSpace << /C [/Indexed /DeviceCMYK 0 <00FFFF00>] >>", "/C cs 0 sc", "null", 4)]
    [InlineData("/ColorSpace << /C [/Lab << /WhitePoint [1 1 1] >>] >>", "/C cs 50 60 60 sc", "null", 3)]
    [InlineData("/ColorSpace << /C [/C] >>", "/C cs 0 sc", "null", 3)]
    [InlineData("/XObject << /X 7 0 R >>", "0 g /X Do", "<< /Type /XObject /Subtype /Form /BBox [0 0 200 100] /Length 26 >>\nstream\n0 1 1 0 k 50 50 40 40 re f\nendstream", 4)]
    [InlineData("/XObject << /X 7 0 R >>", "0 g /X Do", "<< /Type /XObject /Subtype /Form /BBox [0 0 200 100] /Length 5 >>\nstream\n/X Do\nendstream", 1)]
    [InlineData("/XObject << /X 7 0 R >>", "0 g 9 0 0 9 0 0 cm /X Do", "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Length 3 >>\nstream\nabc\nendstream", 3)]
    [InlineData("/XObject << /X 7 0 R >>", "0 1 1 0 k 9 0 0 9 0 0 cm /X Do", "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 1 /ImageMask true /Length 1 >>\nstream\na\nendstream", 4)]
    [InlineData("/Shading << /S << /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 9 9] /Function 7 0 R >> >>", "0 g /S sh", "<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [0 1 1 0] >>", 4)]
    [InlineData("/Pattern << /P 7 0 R >>", "/Pattern cs /P scn", "<< /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >> /Length 22 >>\nstream\n0 1 1 0 k 0 0 9 9 re f\nendstream", 4)]
    public async Task Draw_FindsTheColoursWhereverTheyAre(string resources, string color, string entry, int bands)
    {
        using var page = await DrawAsync(new SamplePdf { Resources = resources, Color = color, Objects = [entry] });

        page.Bands.Should().Be(bands);
    }

    [ToolTheory("gs", "pdftoppm", "pdfinfo")]
    [InlineData("500 0 d0 1 0 0 rg 0 0 500 500 re f", 3)]
    [InlineData("500 0 d0 0 1 1 0 k 0 0 500 500 re f", 4)]
    [InlineData("500 0 d0 0 0 500 500 re f", 1)]
    [InlineData("500 0 0 0 500 500 d1 1 0 0 rg 0 0 500 500 re f", 1)]
    [InlineData("500 0 d0 BT /T 9 Tf (a) Tj ET 0 0 500 500 re f", 1)]
    public async Task Draw_FindsTheColoursOfDrawnGlyphs(string glyph, int bands)
    {
        const string Text = "0 g BT /T 40 Tf 100 50 Td (a) Tj /T 20 Tf (a) Tj ET";
        using var page = await DrawAsync(new SamplePdf
        {
            Resources = "/XObject << /X 7 0 R >>",
            Color = "0 g /X Do",
            Objects =
            [
                $"<< /Type /XObject /Subtype /Form /BBox [0 0 200 100] /Resources << /Font << /T 8 0 R >> >> /Length {Text.Length} >>\nstream\n{Text}\nendstream",
                "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 500] /FontMatrix [0.002 0 0 0.002 0 0] /FirstChar 97 /LastChar 97 /Widths [500]"
                + " /Encoding << /Type /Encoding /Differences [97 /square] >> /CharProcs << /square 9 0 R >> /Resources << /Font << /T 8 0 R >> >> >>",
                $"<< /Length {glyph.Length} >>\nstream\n{glyph}\nendstream",
            ],
        });

        page.Bands.Should().Be(bands);
        page.Getpoint(110, 40).Should().NotEqual(page.Getpoint(190, 90), "the glyph is drawn");
    }

    [ToolFact("gs", "pdfinfo")]
    public async Task Draw_KeepsTheInkOfPostScript()
    {
        var pdf = await tools.ToPdfAsync(Write("a.eps", Encoding.ASCII.GetBytes(Eps)), folder.FullName, CancellationToken.None);

        using var page = await DrawFileAsync(pdf, alpha: false);

        page.Getpoint(25, 25).Should().Equal(0, 255, 255, 0);
        page.Getpoint(75, 25).Should().Equal(0, 0, 0, 0);
    }

    [ToolFact("gs", "pdftocairo", "pdfinfo")]
    public async Task Draw_KeepsBothInkAndTransparency_WhenAlphaIsAskedFor()
    {
        using var page = await DrawFileAsync(Write("a.pdf", new SamplePdf { PageCount = 1, Color = "0 1 1 0 k" }.Build()), alpha: true);

        (page.Bands, page.Interpretation).Should().Be((5, Enums.Interpretation.Cmyk));
        page.Getpoint(20, 20).Should().Equal(0, 255, 255, 0, 255);
        page.Getpoint(180, 20).Should().Equal(0, 0, 0, 0, 0);
    }

    [ToolFact("gs", "pdftocairo", "pdfinfo")]
    public async Task Draw_GivesFullInkToWhatShinesThrough_WhenAlphaIsAskedFor()
    {
        var pdf = new SamplePdf { PageCount = 1, Color = "/H gs 0 1 0 0 k", Resources = "/ExtGState << /H << /ca 0.5 >> >>" };

        using var page = await DrawFileAsync(Write("a.pdf", pdf.Build()), alpha: true);

        var pixel = page.Getpoint(20, 20);
        pixel[1].Should().BeGreaterThan(250);
        pixel[4].Should().BeInRange(126, 129);
    }

    private static DocumentTools Create()
    {
        var options = Options.Create(new ToolOptions { Timeout = TimeSpan.FromSeconds(30) });
        var clock = new ServerClock(TimeProvider.System, TimeZoneInfo.Utc);
        return new DocumentTools(
            new ToolRunner(new Confinement(NullLogger<Confinement>.Instance), options, clock), options, Options.Create(new ImagingOptions()));
    }

    private Task<Image> DrawAsync(SamplePdf pdf) => DrawFileAsync(Write("drawn.pdf", new SamplePdf
    {
        PageCount = 1, Color = pdf.Color, Tail = pdf.Tail, Resources = pdf.Resources, Objects = pdf.Objects,
    }.Build()), alpha: false);

    private async Task<Image> DrawFileAsync(string pdf, bool alpha)
    {
        var target = Path.Combine(folder.FullName, Guid.NewGuid() + ".tif");
        await tools.DrawAsync(pdf, new PageOrder(1, 72, Colorspaces.Auto, alpha), folder.FullName, target, CancellationToken.None);
        return Image.Tiffload(target).CopyMemory();
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
