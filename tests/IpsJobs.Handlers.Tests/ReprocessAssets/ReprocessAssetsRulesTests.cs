using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Properties;
using IpsJobs.Handlers.Ingest;
using IpsJobs.Handlers.ReprocessAssets;
using IpsJobs.Handlers.RipPdfs;
using IpsJobs.Handlers.Tests.UrlUpload;
using IpsJobs.Testing.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Handlers.Tests.ReprocessAssets;

/// <summary>What jobs on stored originals refuse; reprocessing and ripping share most of it.</summary>
public sealed class ReprocessAssetsRulesTests : IDisposable
{
    private readonly UploadFixture fixture = new();
    private readonly ReprocessAssetsJob reprocess;
    private readonly RipPdfsJob rip;

    public ReprocessAssetsRulesTests()
    {
        var picture = fixture.Given("Sample/", "a.png").Handle.ToString();
        var document = fixture.Given("Sample/", "b.pdf", AssetTypes.Pdf, NameSpace.Static).Handle.ToString();
        reprocess = new ReprocessAssetsJob
        {
            AssetHandleArray = new HandleArray { Items = { picture, document } }, CreateMask = false, EmailSetting = EmailSettings.None,
        };
        rip = new RipPdfsJob { PdfHandleArray = new HandleArray { Items = { document } }, CreateMask = false, EmailSetting = EmailSettings.None };
    }

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Check_PlansTheUploadLane()
    {
        (await CheckAsync(reprocess, "reprocessAssetsJob")).Should().Be(new BlockPlan(Lanes.Upload(fixture.Company.CompanyId)));
        (await CheckAsync(rip, "ripPdfsJob")).Should().Be(new BlockPlan(Lanes.Upload(fixture.Company.CompanyId)));
    }

    [Fact]
    public Task Check_RefusesAPictureAsADocument()
    {
        rip.PdfHandleArray!.Items.AddRange(reprocess.AssetHandleArray!.Items);
        return RefusedAsync(rip, "ripPdfsJob", FaultCodes.InvalidParameter, "ripPdfsJob/pdfHandleArray/items[2]");
    }

    public static TheoryData<string, int, Action<ReprocessAssetsJob>> Refusals => new()
    {
        { "reprocessAssetsJob/assetHandleArray", FaultCodes.MissingParameter, job => job.AssetHandleArray = null },
        { "reprocessAssetsJob/assetHandleArray/items[3]", FaultCodes.InvalidParameter, job => job.AssetHandleArray!.Items.Add("a|999") },
        { "reprocessAssetsJob/assetHandleArray/items[3]", FaultCodes.InvalidParameter, job => job.AssetHandleArray!.Items.Add("nonsense") },
        { "reprocessAssetsJob/assetHandleArray", FaultCodes.InvalidParameter, job => job.AssetHandleArray!.Items.AddRange(Enumerable.Repeat("a|1", 999)) },
        { "reprocessAssetsJob/createMask", FaultCodes.MissingParameter, job => job.CreateMask = null },
        { "reprocessAssetsJob/emailSetting", FaultCodes.MissingParameter, job => job.EmailSetting = null },
        { "reprocessAssetsJob/pdfOptions/resolution", FaultCodes.InvalidParameter, job => job.PdfOptions = new PDFOptions { Resolution = 0.5 } },
        { "reprocessAssetsJob/postHttpUrl", FaultCodes.InvalidParameter, job => job.PostHttpUrl = "ftp://example.com/" },
        { "reprocessAssetsJob/projectHandleArray/items[1]", FaultCodes.InvalidParameter, job => job.ProjectHandleArray = new HandleArray { Items = { "p|1|Foreign" } } },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public Task Check_NamesTheElement(string path, int code, Action<ReprocessAssetsJob> change)
    {
        change(reprocess);
        return RefusedAsync(reprocess, "reprocessAssetsJob", code, path);
    }

    [Fact]
    public Task Check_RefusesTwoFollowOns()
    {
        rip.PostVideoPublishJob = new VideoPublishJob();
        rip.PostImageServingPublishJob = new ImageServingPublishJob();
        return RefusedAsync(rip, "ripPdfsJob", FaultCodes.InvalidParameter, "postImageServingPublishJob, postVideoPublishJob");
    }

    private async Task RefusedAsync(IContractType block, string element, int code, string argument)
    {
        var check = () => CheckAsync(block, element);
        var fault = (await check.Should().ThrowAsync<RuleViolationException>()).Which;
        fault.Code.Should().Be(code);
        fault.Reason.Arguments.Should().Contain(argument);
    }

    private async Task<BlockPlan> CheckAsync(IContractType block, string element)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<JobTypeRegistry>()
            .AddSingleton<IAssetStore>(fixture.Assets)
            .AddSingleton<AssetLookup>()
            .AddSingleton<IPropertySets>(fixture.Parts.Properties)
            .AddSingleton(fixture.Clock)
            .AddReprocessAssets()
            .AddRipPdfs()
            .BuildServiceProvider();
        var registry = services.GetRequiredService<JobTypeRegistry>();
        var context = new BlockContext(block, element, fixture.Company, AnAccount.Of(7), RunsNow: true);
        return await registry.RulesOf(registry.FindByElement(element)!).CheckAsync(context, CancellationToken.None);
    }
}
