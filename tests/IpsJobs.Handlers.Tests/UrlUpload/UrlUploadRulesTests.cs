using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Properties;
using IpsJobs.Handlers.Ingest;
using IpsJobs.Handlers.Tests.Publishing;
using IpsJobs.Handlers.UrlUpload;
using IpsJobs.Testing.Accounts;
using Microsoft.Extensions.DependencyInjection;
using FakeAssetStore = IpsJobs.Testing.Fakes.FakeAssetStore;

namespace IpsJobs.Handlers.Tests.UrlUpload;

public sealed class UrlUploadRulesTests
{
    private const string Url = "http://example.com/a.png";

    private readonly FakeAssetStore assets = new(TimeProvider.System);
    private readonly UploadUrlsJob job = UploadFixture.Job((Url, "x/a.png"));

    [Fact]
    public async Task Check_PlansTheUploadLane() => (await CheckAsync()).Should().Be(new BlockPlan(Lanes.Upload(47)));

    [Fact]
    public Task Check_Refuses_WhenThereAreNoEntries()
    {
        job.UrlArray = new UploadUrlArray();
        return RefusedAsync(FaultCodes.MissingParameter, "uploadUrlsJob/urlArray");
    }

    [Fact]
    public Task Check_Refuses_WhenThereAreTooManyEntries()
    {
        job.UrlArray!.Items = [.. Enumerable.Repeat(job.UrlArray.Items[0], 1001)];
        return RefusedAsync(FaultCodes.InvalidParameter, "uploadUrlsJob/urlArray", "1000");
    }

    [Fact]
    public async Task Check_Accepts_WhenThereAreAThousandEntries()
    {
        job.UrlArray!.Items = [.. Enumerable.Repeat(job.UrlArray.Items[0], 1000)];
        await CheckAsync();
    }

    [Theory]
    [InlineData(null, "x/a.png", FaultCodes.MissingParameter, "uploadUrlsJob/urlArray/items[1]/sourceUrl")]
    [InlineData(Url, " ", FaultCodes.MissingParameter, "uploadUrlsJob/urlArray/items[1]/destPath")]
    [InlineData("a.png", "x/a.png", FaultCodes.InvalidParameter, "a.png", "uploadUrlsJob/urlArray/items[1]/sourceUrl")]
    [InlineData("ftp://me:pw@host/a.png?k=1", "x/a.png", FaultCodes.InvalidParameter, "***@host/a.png", "uploadUrlsJob/urlArray/items[1]/sourceUrl")]
    [InlineData("file:///etc/passwd", "x/a.png", FaultCodes.InvalidParameter, "file:///etc/passwd", "uploadUrlsJob/urlArray/items[1]/sourceUrl")]
    [InlineData(Url, "x/../../a.png", FaultCodes.InvalidParameter, "x/../../a.png", "uploadUrlsJob/urlArray/items[1]/destPath")]
    [InlineData(Url, "x/..", FaultCodes.InvalidParameter, "x/..", "uploadUrlsJob/urlArray/items[1]/destPath")]
    public Task Check_Refuses_WhenAnEntryIsWrong(string? url, string path, int code, params string[] arguments)
    {
        job.UrlArray!.Items[0] = new UploadUrl { SourceUrl = url, DestPath = path };
        return RefusedAsync(code, arguments);
    }

    [Theory]
    [InlineData("overwrite")]
    [InlineData("readyForPublish")]
    [InlineData("createMask")]
    [InlineData("emailSetting")]
    public Task Check_Refuses_WhenARequiredFieldIsMissing(string field)
    {
        switch (field)
        {
            case "overwrite": job.Overwrite = null; break;
            case "readyForPublish": job.ReadyForPublish = null; break;
            case "createMask": job.CreateMask = null; break;
            default: job.EmailSetting = ""; break;
        }
        return RefusedAsync(FaultCodes.MissingParameter, "uploadUrlsJob/" + field);
    }

    [Fact]
    public Task Check_Refuses_WhenTheEmailSettingIsUnknown()
    {
        job.EmailSetting = "error";
        return RefusedAsync(FaultCodes.InvalidParameter, "error", "uploadUrlsJob/emailSetting");
    }

    [Theory]
    [InlineData("Spring")]
    [InlineData("p|48|Spring")]
    public Task Check_Refuses_WhenAProjectHandleIsWrong(string handle)
    {
        job.ProjectHandleArray = new HandleArray { Items = ["p|47|Ok", handle] };
        return RefusedAsync(FaultCodes.InvalidParameter, handle, "uploadUrlsJob/projectHandleArray/items[2]");
    }

    [Fact]
    public Task Check_Refuses_WhenTwoPublishesFollow()
    {
        job.PostImageServingPublishJob = new ImageServingPublishJob();
        job.PostVideoPublishJob = new VideoPublishJob();
        return RefusedAsync(FaultCodes.InvalidParameter, "postImageServingPublishJob, postVideoPublishJob");
    }

    [Fact]
    public Task Check_Refuses_WhenTheServerLacksTheFollowingPublish()
    {
        job.PostVideoPublishJob = new VideoPublishJob();
        return RefusedAsync(FaultCodes.Exception, "videoPublishJob");
    }

    [Fact]
    public Task Check_AsksTheRulesOfTheFollowingPublish()
    {
        job.PostImageServingPublishJob = new ImageServingPublishJob();
        return RefusedAsync(FaultCodes.MissingParameter, "uploadUrlsJob/postImageServingPublishJob/asked, now False");
    }

    [Fact]
    public Task Check_Refuses_WhenTwoCropsAreGiven()
    {
        job.ManualCropOptions = new ManualCropOptions { Left = 0, Right = 0, Top = 0, Bottom = 0 };
        job.AutoTransparentCropOptions = new AutoTransparentCropOptions { Tolerance = 0.5 };
        return RefusedAsync(FaultCodes.InvalidParameter, "manualCropOptions, autoTransparentCropOptions");
    }

    [Fact]
    public async Task Check_AcceptsAProfileOfTheCompanyOnly()
    {
        var content = new AssetContent { Type = AssetTypes.IccProfile, Folder = "Sample/", FileName = "p.icc", FileSize = 1, Sha256 = [] };
        assets.Apply(new AddAsset(47, "p", NameSpace.Static, false, content, 7));
        assets.Apply(new AddAsset(47, "q", NameSpace.Static, false, content with { Type = AssetTypes.Xml }, 7));
        job.ColorManagementOptions = new ColorManagementOptions { ColorManagement = "Convert", OutputProfileHandle = "a|1" };
        await CheckAsync();

        job.ColorManagementOptions.OutputProfileHandle = "a|2";
        await RefusedAsync(FaultCodes.InvalidParameter, "a|2", "uploadUrlsJob/colorManagementOptions/outputProfileHandle");
    }

    private async Task RefusedAsync(int code, params string[] arguments)
    {
        var act = async () => await CheckAsync();
        var fault = (await act.Should().ThrowAsync<RuleViolationException>()).Which;
        (fault.Code, string.Join(" ", fault.Reason.Arguments)).Should().Be((code, string.Join(" ", arguments)));
    }

    private async Task<BlockPlan> CheckAsync()
    {
        await using var services = new ServiceCollection()
            .AddJobType<FollowOnSpy, FollowOnSpy>(new JobTypeInfo(JobTypes.ImageServingPublish, "imageServingPublishJob", "", ""))
            .AddSingleton<JobTypeRegistry>()
            .AddSingleton<IAssetStore>(assets)
            .AddSingleton<IPropertySets>(new FakePropertySets())
            .AddSingleton(new ServerClock(TimeProvider.System, TimeZoneInfo.Utc))
            .AddIngest()
            .AddSingleton<UrlUploadRules>()
            .BuildServiceProvider();
        var company = AnAccount.Company() with { RootPath = "Sample/" };
        var context = new BlockContext(job, "uploadUrlsJob", company, AnAccount.Of(7), RunsNow: true);
        return await services.GetRequiredService<UrlUploadRules>().CheckAsync(context, CancellationToken.None);
    }

    private sealed class FollowOnSpy : IJobHandler, IBlockRules
    {
        public ValueTask<BlockPlan> CheckAsync(BlockContext context, CancellationToken cancellationToken) =>
            throw Violations.Missing($"{context.Path}/asked, now {context.RunsNow}");

        public Task RunAsync(JobRun run, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
