using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Tests.Jobs;

public sealed class InstantPublishTests : IDisposable
{
    private static readonly JobTypeInfo UploadInfo = new(JobTypes.UrlUpload, "uploadUrlsJob", LogTypes.BeginUploadUrls, LogTypes.EndUploadUrls);
    private readonly JobWorld world = new();

    public InstantPublishTests() => world.Accounts.Companies[0] = world.Accounts.Companies[0] with { InstantPublish = true };

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task End_QueuesAnIncrementalPublish_WhenAnUploadHasBroughtSomething()
    {
        var end = await EndAsync(Upload(), new JobCounters { FileSuccess = 1 });

        var publish = end.FollowOn!;
        (publish.NamePrefix, publish.InitiatingJobName, publish.Definition.LaneKey).Should().Be(("Pub_", "up_1", "47/pc1"));
        ((ImageServingPublishJob)publish.Definition.ReadBlock()).Should().BeEquivalentTo(
            new { PublishType = PublishTypes.Incremental, EmailSetting = EmailSettings.Error });
    }

    public static TheoryData<string> AllTypes => [.. JobTypes.All];

    [Theory]
    [MemberData(nameof(AllTypes))]
    public async Task End_QueuesAPublish_AfterEveryJobThatBringsOrChangesAssets(string jobType)
    {
        string[] bringing =
        [
            JobTypes.UploadFromServerDirectory, JobTypes.UrlUpload, JobTypes.UploadPost, JobTypes.ReprocessAssets, JobTypes.RipPdfs,
            JobTypes.ImageOptimization, JobTypes.AutomatedSetGeneration, JobTypes.CreateVideoSitemap,
        ];

        var end = await EndAsync(Upload(), new JobCounters { FileUpdate = 1 }, jobType: jobType);

        (end.FollowOn is not null).Should().Be(bringing.Contains(jobType));
    }

    [Fact]
    public async Task End_QueuesNone_WhenTheCompanyDoesNotAskForIt()
    {
        world.Accounts.Companies[0] = world.Accounts.Companies[0] with { InstantPublish = false };

        (await EndAsync(Upload(), new JobCounters { FileSuccess = 1 })).FollowOn.Should().BeNull();
    }

    [Fact]
    public async Task End_QueuesNone_WhenTheUploadBroughtNothing() =>
        (await EndAsync(Upload(), new JobCounters { FileDuplicate = 2, FileError = 1 })).FollowOn.Should().BeNull();

    [Fact]
    public async Task End_QueuesNone_WhenTheUploadWasStoppedOrFailed()
    {
        (await EndAsync(Upload(), new JobCounters { FileSuccess = 1 }, stoppedBy: "me@example.com")).FollowOn.Should().BeNull();
        (await EndAsync(Upload(), new JobCounters { FileSuccess = 1 }, fatal: new LocalizedMessage("Log.Fatal.DiskFull"))).FollowOn.Should().BeNull();
    }

    [Fact]
    public async Task End_QueuesThePublishOfTheJobAlone_WhenItHasOne()
    {
        var job = Upload();
        job.PostImageServingPublishJob = new ImageServingPublishJob { PublishType = PublishTypes.Full, EmailSetting = EmailSettings.None };

        var end = await EndAsync(job, new JobCounters { FileSuccess = 1 });

        ((ImageServingPublishJob)end.FollowOn!.Definition.ReadBlock()).PublishType.Should().Be(PublishTypes.Full);
    }

    [Fact]
    public async Task End_QueuesNone_WhenAPublishWaitsThatWillDeliverTheFilesToo()
    {
        await EndAsync(Upload(), new JobCounters { FileSuccess = 1 });

        (await EndAsync(Upload(), new JobCounters { FileSuccess = 1 })).FollowOn.Should().BeNull();
    }

    [Fact]
    public async Task End_SaysWhy_WhenThePublishCannotBe()
    {
        world.JobType.Check = context =>
        {
            if (context.RunsNow)
                throw Violations.NoActivePublishServer("ImageServing");
        };

        var end = await EndAsync(Upload(), new JobCounters { FileSuccess = 1 });

        end.FollowOn.Should().BeNull();
        end.Rows[^1].Aux.Should().ContainSingle().Which.Message.Key.Should().Be("Fault.NoActivePublishServer");
    }

    private static UploadUrlsJob Upload() => new()
    {
        UrlArray = new UploadUrlArray(), Overwrite = true, ReadyForPublish = true, CreateMask = false, EmailSetting = EmailSettings.Error,
    };

    private async Task<InstanceEnd> EndAsync(UploadUrlsJob job, JobCounters counters, string? stoppedBy = null, LocalizedMessage? fatal = null, string jobType = JobTypes.UrlUpload)
    {
        var definition = new JobDefinition
        {
            CompanyId = 47, OriginalName = "up", JobType = jobType, BlockElement = "uploadUrlsJob",
            BlockXml = JobBlocks.Serialize(new JobBlock("uploadUrlsJob", job)), LaneKey = Lanes.Upload(47),
            SubmitUserId = 1, SubmitUserEmail = "user1@example.com", CallerUserId = 1,
        };
        var instance = await world.Store.AddInstanceAsync(new NewInstance(definition, world.Clock.UtcNow), CancellationToken.None);
        var ending = new JobEnding(world.Store, world.Store, world.Accounts, world.Types, world.Clock);
        await ending.EndAsync(
            instance with { Counters = counters, StoppedBy = stoppedBy }, UploadInfo, fatal, headers: [], new EndRemarks(), CancellationToken.None);
        return world.Store.Ends[^1];
    }
}
