using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Testing;
using IpsJobs.Testing.Documents;
using IpsJobs.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace IpsJobs.EndToEnd.Tests.Jobs;

/// <summary>Stored originals processed again, through the wire, the store and the real programs.</summary>
public sealed class ReworkTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Company = "c|47";

    [ToolFact("pdftoppm", "pdfinfo", "pdftotext", "pdffonts")]
    public async Task ReprocessAndRip_ChangeWhatIsStored_AsTheirBlocksSay()
    {
        await UploadAsync();
        var (picture, document) = (await FindAsync(NameSpace.Catalog, "photo"), await FindAsync(NameSpace.Static, "doc"));

        var reprocessed = await RunAsync("Reprocess", request => request.ReprocessAssetsJob = new ReprocessAssetsJob
        {
            AssetHandleArray = new HandleArray { Items = { $"a|{picture.AssetId}", $"a|{document.AssetId}" } },
            CreateMask = false,
            ManualCropOptions = new ManualCropOptions { Left = 20, Right = 0, Top = 10, Bottom = 0 },
            EmailSetting = EmailSettings.None,
        });

        Types(reprocessed).Should().BeEquivalentTo(
            [LogTypes.ReoptimizeSuccess, LogTypes.ReoptimizeSuccess, LogTypes.FileUpdated, LogTypes.FileUpdated, LogTypes.FileUpdated]);
        reprocessed.Should().Match<JobLog>(l => l.TotalFileCount == 5 && l.FileSuccessCount == 2 && l.FileUpdateCount == 3 && l.FileErrorCount == 0);
        reprocessed.DetailArray!.Items.Select(r => r.LogType).Should().Contain([LogTypes.BeginReoptimize, LogTypes.EndReoptimize]);
        (await SizeAsync("photo")).Should().Be((80, 50));
        (await SizeAsync("doc_01")).Should().Be((180, 90));

        var ripped = await RunAsync("Rip", request => request.RipPdfsJob = new RipPdfsJob
        {
            PdfHandleArray = new HandleArray { Items = { $"a|{document.AssetId}" } },
            CreateMask = false,
            PdfOptions = new PDFOptions { Resolution = 144 },
            EmailSetting = EmailSettings.None,
        });

        ripped.Should().Match<JobLog>(l => l.TotalFileCount == 4 && l.FileUpdateCount == 4 && l.FileErrorCount == 0);
        ripped.DetailArray!.Items.Select(r => r.LogType).Should().Contain([LogTypes.BeginPdfRip, LogTypes.EndPdfRip]);
        (await SizeAsync("doc_02")).Should().Be((380, 190), "the crop stays with the page");
    }

    private async Task UploadAsync()
    {
        using var web = new LocalWebServer();
        using var image = (Image.Black(100, 60, bands: 3) + 90).Cast(Enums.BandFormat.Uchar);
        web.Answer("/photo.png", LocalResponse.Ok(image.WriteToBuffer(".png")));
        web.Answer("/doc.pdf", LocalResponse.Ok(new SamplePdf().Build()));
        await RunAsync("Upload", request => request.UploadUrlsJob = new UploadUrlsJob
        {
            UrlArray = new UploadUrlArray
            {
                Items =
                {
                    new UploadUrl { SourceUrl = web.UrlOf("/photo.png"), DestPath = "photo.png" },
                    new UploadUrl { SourceUrl = web.UrlOf("/doc.pdf"), DestPath = "doc.pdf" },
                },
            },
            Overwrite = true,
            ReadyForPublish = true,
            CreateMask = false,
            EmailSetting = EmailSettings.None,
        });
    }

    private Task<JobLog> RunAsync(string name, Action<SubmitJobParam> setBlock)
    {
        var request = new SubmitJobParam { CompanyHandle = Company, JobName = name };
        setBlock(request);
        return server.RunAsync(request);
    }

    private static IEnumerable<string?> Types(JobLog log) =>
        log.DetailArray!.Items.Select(r => r.LogType).Where(t => t is LogTypes.ReoptimizeSuccess or LogTypes.FileUpdated or LogTypes.UploadSuccess);

    private async Task<(int Width, int Height)> SizeAsync(string name)
    {
        var asset = await FindAsync(NameSpace.Catalog, name);
        using var image = Image.NewFromFile(server.Data.Optimized("SampleCompany/").Resolve(asset.Content.Optimized!.Path));
        return (image.Width, image.Height);
    }

    private async Task<StoredAsset> FindAsync(NameSpace nameSpace, string name) =>
        await server.Services.GetRequiredService<IAssetStore>().FindByNameAsync(47, nameSpace, name, CancellationToken.None)
        ?? throw new InvalidOperationException($"There is no asset {name}");
}
