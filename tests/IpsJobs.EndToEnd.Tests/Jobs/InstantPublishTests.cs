using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace IpsJobs.EndToEnd.Tests.Jobs;

/// <summary>A company that wants everything new on its servers at once.</summary>
public sealed class InstantPublishTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Servers_HaveTheNewPicture_AfterAnUploadAndAfterAReprocess()
    {
        await server.Services.GetRequiredService<IAccountAdministration>().ChangeCompanyAsync(47, c => c with { InstantPublish = true }, CancellationToken.None);
        using var web = new LocalWebServer();
        using var image = (Image.Black(100, 60, bands: 3) + 90).Cast(Enums.BandFormat.Uchar);
        web.Answer("/photo.png", LocalResponse.Ok(image.WriteToBuffer(".png")));

        await RunAsync("Upload", request => request.UploadUrlsJob = new UploadUrlsJob
        {
            UrlArray = new UploadUrlArray { Items = { new UploadUrl { SourceUrl = web.UrlOf("/photo.png"), DestPath = "photo.png" } } },
            Overwrite = true, ReadyForPublish = true, CreateMask = false, EmailSetting = EmailSettings.None,
        });
        Published().Should().Contain("\t100,60\t");

        var photo = await server.Services.GetRequiredService<IAssetStore>().FindByNameAsync(47, NameSpace.Catalog, "photo", CancellationToken.None);
        await RunAsync("Reprocess", request => request.ReprocessAssetsJob = new ReprocessAssetsJob
        {
            AssetHandleArray = new HandleArray { Items = { photo!.Handle.ToString() } },
            CreateMask = false,
            ManualCropOptions = new ManualCropOptions { Left = 20, Right = 0, Top = 10, Bottom = 0 },
            EmailSetting = EmailSettings.None,
        });
        Published().Should().Contain("\t80,50\t");
    }

    // The job, and the publish that nobody asked for by name.
    private async Task RunAsync(string name, Action<SubmitJobParam> block)
    {
        var request = new SubmitJobParam { CompanyHandle = "c|47", JobName = name };
        block(request);
        await server.RunAsync(request);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var logs = await server.Client.CallAsync<GetJobLogDetailsReturn>(
                "getJobLogDetails", new GetJobLogDetailsParam { CompanyHandle = "c|47", OriginalName = name }, limit.Token);
            if (logs.JobLogArray!.Items.Exists(l => l.EndDate is not null && l.JobName!.StartsWith("Pub_", StringComparison.Ordinal)))
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
        }
    }

    private string Published()
    {
        var folder = Path.Combine(server.Data.PublishTarget(PublishContextTypes.ImageServing), "catalog");
        var files = File.ReadAllLines(Path.Combine(folder, "SampleCompany.ini")).Last(l => l.StartsWith("CatalogFile=", StringComparison.Ordinal))[12..];
        // Of two records with one key the later counts.
        return File.ReadAllLines(Path.Combine(folder, files.Split(',')[^1])).Last(l => l.StartsWith("photo\t", StringComparison.Ordinal));
    }
}
