using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Documents;
using IpsJobs.Handlers.RipPdfs;
using IpsJobs.Handlers.Tests.UrlUpload;
using IpsJobs.Imaging;
using IpsJobs.Imaging.Documents;
using IpsJobs.Imaging.Tools;
using IpsJobs.Testing;
using IpsJobs.Testing.Documents;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Tests.RipPdfs;

/// <summary>Stored documents drawn again by the real programs.</summary>
public sealed class RipPdfsHandlerTests : IDisposable
{
    private readonly UploadFixture fixture = new();

    public RipPdfsHandlerTests()
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

    [ToolFact("pdftoppm", "pdfinfo", "pdftotext", "pdffonts")]
    public async Task Run_DrawsThePagesAtTheResolutionOfTheJob()
    {
        var source = await UploadAsync("doc.pdf", new SamplePdf { PageCount = 2 }.Build());
        var first = fixture.Asset("doc_01").AssetId;

        await RipAsync(job => job.PdfOptions = new PDFOptions { Resolution = 144, ExtractSearchWords = true }, source);

        using var page = fixture.Picture(fixture.Asset("doc_01"));
        (page.Width, page.Height).Should().Be((400, 200));
        fixture.Asset("doc_01").AssetId.Should().Be(first);
        fixture.Asset("doc_02").Content.Words.Should().Be("Words of page 2");
        NewRows().Should().Equal(
            (LogTypes.FileUpdated, "doc"), (LogTypes.FileUpdated, "doc_01"), (LogTypes.FileUpdated, "doc_02"), (LogTypes.FileUpdated, "doc"));
    }

    [ToolFact("pdftoppm", "pdfinfo", "pdftotext", "pdffonts")]
    public async Task Run_AddsNewPagesTrashesSurplusOnesAndChangesTheCatalog()
    {
        var source = await UploadAsync("doc.pdf", new SamplePdf { PageCount = 2 }.Build());
        await File.WriteAllBytesAsync(fixture.Original("doc.pdf"), new SamplePdf { PageCount = 3 }.Build());
        await RipAsync(_ => { }, source);
        fixture.Asset("doc_03").Content.Type.Should().Be(AssetTypes.Image);
        Catalog().Content.Members!.Should().HaveCount(3);
        fixture.Jobs.Items.Clear();
        await File.WriteAllBytesAsync(fixture.Original("doc.pdf"), new SamplePdf { PageCount = 2 }.Build());

        await RipAsync(_ => { }, source);

        fixture.Asset("doc_03").TrashState.Should().Be(TrashStates.InTrash);
        Catalog().Content.Members!.Select(m => m.AssetId).Should().Equal(fixture.Asset("doc_01").AssetId, fixture.Asset("doc_02").AssetId);
    }

    [ToolFact("pdftoppm", "pdfinfo", "pdftotext", "pdffonts")]
    public async Task Run_ReportsADocumentThatCannotBeRead_AndKeepsItsPages()
    {
        var source = await UploadAsync("doc.pdf", new SamplePdf { PageCount = 2 }.Build());
        await File.WriteAllTextAsync(fixture.Original("doc.pdf"), "%PDF-1.4 damaged");

        await RipAsync(_ => { }, source);

        NewRows().Should().Equal((LogTypes.PdfRipError, "doc"));
        fixture.Assets.All.Should().OnlyContain(a => a.TrashState == TrashStates.NotInTrash);
    }

    [ToolFact("pdfinfo")]
    public async Task Run_SaysSo_WhenTheOptionsAskForNoPages()
    {
        var source = await UploadAsync("doc.ps", "%!PS-Adobe-3.0\nshowpage\n"u8.ToArray());

        await RipAsync(_ => { }, source);

        fixture.Rows[^1].Aux.Select(a => a.Message.Key).Should().Equal("Log.Rip.NothingAsked");
    }

    private StoredAsset Catalog() => fixture.Assets.All.Single(a => a.Content.Type == AssetTypes.Catalog);

    private IEnumerable<(string LogType, string? AssetName)> NewRows() =>
        fixture.Rows.SkipWhile(r => r.ItemKey?.StartsWith("asset", StringComparison.Ordinal) != true).Select(r => (r.LogType, r.AssetName));

    private async Task<StoredAsset> UploadAsync(string name, byte[] body)
    {
        await fixture.RunAsync((fixture.Serve("/" + name, body), name));
        return fixture.Assets.All.Single(a => a.Content.FileName == name);
    }

    private async Task RipAsync(Action<RipPdfsJob> change, StoredAsset source)
    {
        var job = new RipPdfsJob
        {
            PdfHandleArray = new HandleArray { Items = { source.Handle.ToString() } }, CreateMask = false, EmailSetting = EmailSettings.None,
        };
        change(job);
        await new RipPdfsHandler(fixture.Parts.Rework).RunAsync(await fixture.CreateRunAsync(job), CancellationToken.None);
    }
}
