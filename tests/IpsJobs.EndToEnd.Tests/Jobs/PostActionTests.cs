using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.EndToEnd.Tests.Uploads;
using IpsJobs.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.EndToEnd.Tests.Jobs;

/// <summary>What happens after a job, for every type of job that can ask for it.</summary>
public sealed class PostActionTests(RunningServer server) : IClassFixture<RunningServer>, IDisposable
{
    private const int CompanyId = 47;
    private readonly LocalWebServer web = new();

    public static TheoryData<string, string> Notifying => new()
    {
        { "uploadDirectoryJob", JobTypes.UploadFromServerDirectory },
        { "uploadUrlsJob", JobTypes.UrlUpload },
        { "reprocessAssetsJob", JobTypes.ReprocessAssets },
        { "ripPdfsJob", JobTypes.RipPdfs },
        { "imageServingPublishJob", JobTypes.ImageServingPublish },
        { "imageRenderingPublishJob", JobTypes.ImageRenderingPublish },
        { "videoPublishJob", JobTypes.VideoPublish },
        { "serverDirectoryPublishJob", JobTypes.ServerDirectoryPublish },
    };

    public static TheoryData<string, string, string> Following
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var block in new[] { "uploadDirectoryJob", "uploadUrlsJob", "reprocessAssetsJob", "ripPdfsJob" })
            {
                data.Add(block, "PostImageServingPublishJob", JobTypes.ImageServingPublish);
                data.Add(block, "PostImageRenderingPublishJob", JobTypes.ImageRenderingPublish);
                data.Add(block, "PostVideoPublishJob", JobTypes.VideoPublish);
            }

            return data;
        }
    }

    public void Dispose() => web.Dispose();

    [Theory]
    [MemberData(nameof(Notifying))]
    public async Task Job_NotifiesItsAddressOnce_WhenItHasEnded(string block, string type)
    {
        var (request, job) = await RequestAsync(block);
        Set(job, job.GetType().GetProperty("PostHttpUrl") is null ? "HttpCompletionUrl" : "PostHttpUrl", Address("/done?of=" + block));

        var log = await server.RunAsync(request);

        var call = (await CallsAsync(1)).Single();
        (call.Headers["X-IPS-Job-Type"], call.Headers["X-IPS-Job-Name"]).Should().Be((type, log.JobName!));
        call.Headers["X-IPS-Original-Job-Name"].Should().Be(request.JobName);
        call.Headers["X-IPS-Job-Outcome"].Should().BeOneOf(nameof(JobOutcome.Completed), nameof(JobOutcome.Warning), nameof(JobOutcome.Error));
    }

    // One session, one notification, however many of its files are duplicates.
    [Fact]
    public async Task UploadPost_NotifiesItsAddressOnce_WhenFilesAreDuplicates()
    {
        var block = "<uploadParams><overwrite>false</overwrite><readyForPublish>true</readyForPublish><createMask>false</createMask>"
            + $"<emailSetting>None</emailSetting><postHttpUrl>{Address("/done")}</postHttpUrl></uploadParams>";
        using var request = Multipart.As()
            .Param($"<jobName>Session</jobName><endJob>true</endJob>{block}")
            .File("posted.css", "p { color: red }"u8.ToArray())
            .File("posted.css", "p { color: red }"u8.ToArray())
            .ToContent();

        using var answer = await server.Http.PostAsync(new Uri(server.Service, "../UploadFile"), request);

        answer.IsSuccessStatusCode.Should().BeTrue();
        var call = (await CallsAsync(1)).Single();
        (call.Headers["X-IPS-Job-Type"], call.Headers["X-IPS-Job-Outcome"]).Should().Be((JobTypes.UploadPost, nameof(JobOutcome.Completed)));
        var session = (await InstancesAsync("Session")).Should().ContainSingle().Which;
        session.Counters.Should().Match<JobCounters>(c => c.FileSuccess == 1 && c.FileDuplicate == 1 && c.TotalFile == 2);
    }

    [Theory]
    [MemberData(nameof(Following))]
    public async Task Job_IsFollowedByItsPublish_InTheLaneOfThatPublish(string block, string field, string type)
    {
        var (request, job) = await RequestAsync(block);
        var publish = (IContractType)Activator.CreateInstance(job.GetType().GetProperty(field)!.PropertyType)!;
        Set(publish, "EmailSetting", EmailSettings.None);
        if (publish is ImageServingPublishJob serving)
            serving.PublishType = PublishTypes.Incremental;
        Set(job, field, publish);

        await server.RunAsync(request);

        var follow = await FollowOnAsync(request.JobName!);
        follow.InstanceName.Should().StartWith("Pub_" + request.JobName);
        follow.Definition.JobType.Should().Be(type);
        follow.Definition.LaneKey.Should().StartWith("47/pc");
        var rows = await server.Client.CallAsync<GetJobLogDetailsReturn>(
            "getJobLogDetails", new GetJobLogDetailsParam { CompanyHandle = "c|47", OriginalName = request.JobName }, CancellationToken.None);
        rows.JobLogArray!.Items.Should().HaveCount(2, "a follow-on has none of its own");
        var first = rows.JobLogArray.Items.Single(l => l.JobName != follow.InstanceName);
        rows.JobLogArray.Items.Single(l => l.JobName == follow.InstanceName).DetailArray!.Items
            .Should().Contain(r => r.LogType == LogTypes.InitiatingJobName && r.LogMessage!.Contains(first.JobName!));
    }

    [Theory]
    [InlineData("uploadUrlsJob")]
    [InlineData("uploadDirectoryJob")]
    [InlineData("reprocessAssetsJob")]
    public async Task Job_KeepsQuiet_WhenOnlyFilesAreWorthIt(string block)
    {
        var (request, job) = await RequestAsync(block);
        Set(job, "PostJobOnlyIfFiles", true);
        Set(job, "PostHttpUrl", Address("/done"));
        Set(job, "PostVideoPublishJob", new VideoPublishJob { EmailSetting = EmailSettings.None });
        MakeFail(job);

        var log = await server.RunAsync(request);

        (log.FileSuccessCount, log.FileUpdateCount).Should().Be((0, 0));
        // A second job whose notification arrives shows that the first one's would have arrived before.
        var (next, nextJob) = await RequestAsync("videoPublishJob");
        Set(nextJob, "HttpCompletionUrl", Address("/done?second"));
        await server.RunAsync(next);
        (await CallsAsync(1)).Single().Headers["X-IPS-Original-Job-Name"].Should().Be(next.JobName);
        (await InstancesAsync(request.JobName!)).Should().ContainSingle();
    }

    private async Task<(SubmitJobParam Request, IContractType Job)> RequestAsync(string block)
    {
        var job = await BlockAsync(block);
        var request = new SubmitJobParam { CompanyHandle = "c|47", JobName = $"{block} {Guid.NewGuid():N}" };
        Set(request, block[..1].ToUpperInvariant() + block[1..], job);
        return (request, job);
    }

    private async Task<IContractType> BlockAsync(string block) => block switch
    {
        "uploadUrlsJob" => UploadUrls(),
        "uploadDirectoryJob" => UploadDirectory(),
        "reprocessAssetsJob" => new ReprocessAssetsJob
        {
            AssetHandleArray = await HandleAsync("sheet", "sheet.css"), CreateMask = false, EmailSetting = EmailSettings.None,
        },
        "ripPdfsJob" => new RipPdfsJob { PdfHandleArray = await HandleAsync("paper", "paper.pdf"), CreateMask = false, EmailSetting = EmailSettings.None },
        "imageServingPublishJob" => new ImageServingPublishJob { PublishType = PublishTypes.Incremental, EmailSetting = EmailSettings.None },
        "imageRenderingPublishJob" => new ImageRenderingPublishJob { EmailSetting = EmailSettings.None },
        "videoPublishJob" => new VideoPublishJob { EmailSetting = EmailSettings.None },
        "serverDirectoryPublishJob" => new ServerDirectoryPublishJob { EmailSetting = EmailSettings.None },
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, null),
    };

    private UploadUrlsJob UploadUrls(params string[] names)
    {
        var job = new UploadUrlsJob
        {
            UrlArray = new UploadUrlArray(), Overwrite = true, ReadyForPublish = true, CreateMask = false, EmailSetting = EmailSettings.None,
        };
        foreach (var name in names.DefaultIfEmpty("post.css"))
        {
            web.Answer("/" + name, LocalResponse.Ok("p { color: red }"u8.ToArray()));
            job.UrlArray.Items.Add(new UploadUrl { SourceUrl = web.UrlOf("/" + name), DestPath = name });
        }

        return job;
    }

    private UploadDirectoryJob UploadDirectory()
    {
        var folder = Directory.CreateDirectory(server.Data.Incoming("SampleCompany/").Resolve(Guid.NewGuid().ToString("N")));
        var file = Path.Combine(folder.FullName, "dropped.css");
        File.WriteAllText(file, "p { color: blue }");
        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddMinutes(-1));
        return new UploadDirectoryJob
        {
            ServerDir = folder.Name, IncludeSubfolders = false, ProcessMetadataFiles = false, Overwrite = true, ReadyForPublish = true,
            CreateMask = false, EmailSetting = EmailSettings.None,
        };
    }

    private async Task<HandleArray> HandleAsync(string name, string fileName)
    {
        var request = new SubmitJobParam { CompanyHandle = "c|47", JobName = $"First {Guid.NewGuid():N}", UploadUrlsJob = UploadUrls(fileName) };
        await server.RunAsync(request);
        var asset = await server.Services.GetRequiredService<IAssetStore>().FindByNameAsync(CompanyId, NameSpace.Static, name, CancellationToken.None);
        return new HandleArray { Items = { asset!.Handle.ToString() } };
    }

    private string Address(string path)
    {
        web.Answer(path, new LocalResponse(200));
        return web.UrlOf(path);
    }

    private void MakeFail(IContractType job)
    {
        switch (job)
        {
            case UploadUrlsJob urls:
                web.Answer("/post.css", new LocalResponse(404));
                break;
            case UploadDirectoryJob directory:
                File.Delete(server.Data.Incoming("SampleCompany/").Resolve(directory.ServerDir + "/dropped.css"));
                break;
            case ReprocessAssetsJob:
                File.Delete(server.Data.Originals("SampleCompany/").Resolve("sheet.css"));
                break;
        }
    }

    private static void Set(IContractType block, string property, object value) => block.GetType().GetProperty(property)!.SetValue(block, value);

    private Task<IReadOnlyList<LocalRequest>> CallsAsync(int count) => EventuallyAsync(() =>
    {
        IReadOnlyList<LocalRequest> calls = [.. web.Requests.Where(r => r.Path.StartsWith("/done", StringComparison.Ordinal))];
        return Task.FromResult(calls.Count >= count ? calls : null);
    });

    private Task<JobInstance> FollowOnAsync(string name) => EventuallyAsync(async () =>
        (await InstancesAsync(name)).FirstOrDefault(i => i.InstanceName.StartsWith("Pub_", StringComparison.Ordinal) && i.State == InstanceState.Done));

    private Task<IReadOnlyList<JobInstance>> InstancesAsync(string name) => server.Services.GetRequiredService<IJobQueries>()
        .FindInstancesAsync(Core.Handles.JobHandle.ForScheduled(CompanyId, name), CancellationToken.None);

    private static async Task<T> EventuallyAsync<T>(Func<Task<T?>> find)
        where T : class
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (await find() is { } found)
                return found;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
        }
    }
}
