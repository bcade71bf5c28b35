using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Server.Client;
using IpsJobs.Testing.Fakes;
using MimeKit;

namespace IpsJobs.EndToEnd.Tests.Jobs;

/// <summary>One upload with everything that follows it, through the wire, the store, the handlers, the publish target and the mail.</summary>
public sealed class UploadThenPublishTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Company = "c|47";
    private static readonly byte[] Logo = """<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>"""u8.ToArray();

    [Fact]
    public async Task Upload_PublishesNotifiesAndMails_WhenItAsksForAllOfIt()
    {
        using var web = new LocalWebServer();
        web.Answer("/logo.svg", LocalResponse.Ok(Logo));
        web.Answer("/gone.png", new LocalResponse(404));
        web.Answer("/done", new LocalResponse(200));

        var log = await RunAsync(Upload(web, "All of it", EmailSettings.All));

        log.Should().Match<JobLog>(l => l.FileSuccessCount == 1 && l.FileErrorCount == 1 && l.TotalFileCount == 2 && l.FatalError == false);
        log.DetailArray!.Items.Select(r => r.LogType).Should().StartWith(
            [LogTypes.BeginUploadUrls, LogTypes.OriginalJobName, LogTypes.JobClient, LogTypes.JobType, LogTypes.TotalFileCount]);
        var publish = await FollowOnAsync("All of it");
        publish.JobName.Should().StartWith("Pub_All of it_");
        publish.DetailArray!.Items.Should().Contain(r => r.LogType == LogTypes.InitiatingJobName && r.LogMessage!.Contains(log.JobName!));
        File.ReadAllText(Path.Combine(server.Data.PublishTarget("ImageServing"), "catalog", "SampleCompany.svg.cat")).Should().Contain("logo");
        await AppearsAsync(() => web.Requests.Count(r => r.Path == "/done") == 1);
        var call = web.Requests.Single(r => r.Path == "/done");
        call.Headers["X-IPS-Job-Outcome"].Should().Be("Error");
        call.Headers["X-IPS-Original-Job-Name"].Should().Be("All of it");
        await AppearsAsync(() => Mails("All of it").Count == 1);
        Mails("All of it").Single().TextBody.Should().Contain("gone");
    }

    [Fact]
    public async Task Upload_KeepsQuiet_WhenNothingWentWrongAndOnlyErrorsAreMailed()
    {
        using var web = new LocalWebServer();
        web.Answer("/logo.svg", LocalResponse.Ok(Logo));
        var request = Upload(web, "Quiet", EmailSettings.Error);
        request.UploadUrlsJob!.UrlArray!.Items.RemoveAt(1);
        request.UploadUrlsJob.PostHttpUrl = null;
        request.UploadUrlsJob.PostImageServingPublishJob = null;
        request.UploadUrlsJob.UrlArray.Items[0].DestPath = "Logos/quiet.svg";

        var first = await RunAsync(request);
        var second = await RunAsync(request);

        first.FileSuccessCount.Should().Be(1);
        second.Should().Match<JobLog>(l => l.FileUpdateCount == 1 && l.FileSuccessCount == 0);
        Mails("Quiet").Should().BeEmpty();
    }

    private static SubmitJobParam Upload(LocalWebServer web, string name, string emailSetting) => new()
    {
        CompanyHandle = Company,
        JobName = name,
        UploadUrlsJob = new UploadUrlsJob
        {
            UrlArray = new UploadUrlArray
            {
                Items =
                {
                    new UploadUrl { SourceUrl = web.UrlOf("/logo.svg"), DestPath = "Logos/logo.svg" },
                    new UploadUrl { SourceUrl = web.UrlOf("/gone.png"), DestPath = "Logos/gone.png" },
                },
            },
            Overwrite = true,
            ReadyForPublish = true,
            CreateMask = false,
            EmailSetting = emailSetting,
            PostHttpUrl = web.UrlOf("/done"),
            PostImageServingPublishJob = new ImageServingPublishJob { PublishType = PublishTypes.Full, EmailSetting = EmailSettings.None },
        },
    };

    private async Task<JobLog> RunAsync(SubmitJobParam request)
    {
        var reply = await server.Client.CallAsync<SubmitJobReturn>("submitJob", request, CancellationToken.None);
        reply.JobHandle.Should().Be($"j|47|{request.JobName}||");
        return await EndedAsync(request.JobName!, logs => logs.Find(l => !l.JobName!.StartsWith("Pub_", StringComparison.Ordinal)));
    }

    private Task<JobLog> FollowOnAsync(string name) =>
        EndedAsync(name, logs => logs.Find(l => l.JobName!.StartsWith("Pub_", StringComparison.Ordinal)));

    // The newest log of the wanted kind, once it has ended: as a client polls.
    private async Task<JobLog> EndedAsync(string name, Func<List<JobLog>, JobLog?> choose)
    {
        var logs = new List<JobLog>();
        await AppearsAsync(async () =>
        {
            var reply = await server.Client.CallAsync<GetJobLogDetailsReturn>(
                "getJobLogDetails", new GetJobLogDetailsParam { CompanyHandle = Company, OriginalName = name }, CancellationToken.None);
            logs = reply.JobLogArray!.Items;
            return choose(logs) is { EndDate: not null } && await IdleAsync();
        });
        return choose(logs)!;
    }

    private async Task<bool> IdleAsync() => (await server.Client.CallAsync<GetActiveJobsReturn>(
        "getActiveJobs", new GetActiveJobsParam { CompanyHandle = Company, IncludeWaitingJobs = true }, CancellationToken.None))
        .JobArray!.Items.Count == 0;

    private List<MimeMessage> Mails(string name) =>
        [.. Directory.GetFiles(server.Data.Mail, "*.eml").Select(file => MimeMessage.Load(file)).Where(m => m.Subject?.Contains(name, StringComparison.Ordinal) == true)];

    private static Task AppearsAsync(Func<bool> condition) => AppearsAsync(() => Task.FromResult(condition()));

    private static async Task AppearsAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await condition())
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
    }
}
