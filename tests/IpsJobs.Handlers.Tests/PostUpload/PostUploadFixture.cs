using System.Security.Cryptography;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Submission;
using IpsJobs.Handlers.Tests.Ingest;
using IpsJobs.Handlers.PostUpload;
using IpsJobs.Imaging;
using IpsJobs.Testing.Accounts;
using IpsJobs.Testing.Fakes;
using IpsJobs.Testing.Jobs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Handlers.Tests.PostUpload;

/// <summary>One upload session with real files and a real optimiser; only the database is a fake.</summary>
public sealed class PostUploadFixture : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("ips-post-").FullName;
    private readonly ImageSlots slots = new(Options.Create(new ImagingOptions()));
    private readonly VipsImageOptimizer optimizer;
    private readonly FakeJobStore jobs;
    private readonly StopSignals stops = new();
    private IngestParts? parts;

    public PostUploadFixture()
    {
        optimizer = new VipsImageOptimizer(slots, Options.Create(new ImagingOptions()));
        Clock = new ServerClock(Time, TimeZoneInfo.Utc);
        jobs = new FakeJobStore(Clock);
        Assets = new FakeAssetStore(Time);
        Store = new FileMovingJobStore(jobs, Assets);
        Data = new DataFolder(root);
        Staging = new UploadStaging(Data);
        Activity = new UploadActivity(Clock);
        Sessions = new FakeUploadSessionStore(jobs.Instances, Clock)
        {
            Done = id => jobs.Items.Where(i => i.InstanceId == id && i.Row.ItemKey is not null).Select(i => i.Row.ItemKey!).ToHashSet(),
        };
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero));

    public ServerClock Clock { get; }

    public FakeAssetStore Assets { get; }

    public FileMovingJobStore Store { get; }

    public DataFolder Data { get; }

    public UploadStaging Staging { get; }

    public UploadActivity Activity { get; }

    public UploadPostJob Job { get; } = new()
    {
        Overwrite = true, ReadyForPublish = true, CreateMask = false, EmailSetting = EmailSettings.None,
    };

    public FakeUploadSessionStore Sessions { get; }

    public RecordingDispatcher Dispatcher { get; } = new();

    public Company Company { get; } = AnAccount.Company() with { RootPath = "Sample/" };

    public IReadOnlyList<LogRow> Rows => [.. jobs.Items.Select(i => i.Row)];

    public JobInstance Instance => jobs.Instances[0];

    public IngestParts Parts => parts ??= new IngestParts(Assets, new NameReservations(), Clock, optimizer, Data, jobs, new FakeProjectStore(), IngestParts.MetadataReader(slots, Clock));

    public PostUploadHandler Handler => new(Sessions, jobs, Staging, Parts.Ingest, Parts.Sets);

    public UploadSessionWatch Watch => new(Sessions, Dispatcher, Activity, Staging, Clock, NullLogger<UploadSessionWatch>.Instance);

    /// <summary>Files that are still staged for the session.</summary>
    public IReadOnlyList<string> Staged =>
        [.. Directory.EnumerateFiles(Data.Staging, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Data.Staging, f))];

    /// <summary>A request with files by their paths.</summary>
    public async Task SendAsync(bool endJob, params (string Path, byte[] Content)[] files)
    {
        using var folder = Staging.Open();
        var staged = files.Select((f, i) => Receive(folder, i + 1, f.Path, f.Content)).ToList();
        var opening = jobs.Instances.Count == 0 ? new NewInstance(Definition(), Clock.UtcNow) : null;
        await Sessions.DeliverAsync(
            new UploadDelivery(opening is null ? Instance.InstanceId : null, opening, "here", staged, endJob), CancellationToken.None);
    }

    public async Task RunAsync() => await Handler.RunAsync(await CreateRunAsync(), CancellationToken.None);

    public void Put(Func<JobInstance, JobInstance> change) => jobs.Put(change(Instance));

    public async Task StopAsync()
    {
        await jobs.RequestStopAsync(Instance.InstanceId, "boss@example.com", CancellationToken.None);
        stops.Raise(Instance.InstanceId);
    }

    public void Dispose()
    {
        slots.Dispose();
        Directory.Delete(root, recursive: true);
    }

    private static StagedUpload Receive(UploadFolder folder, int number, string path, byte[] content)
    {
        var name = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        File.WriteAllBytes(Path.Combine(folder.FullPath, name), content);
        return new StagedUpload("", $"{folder.Name}/{name}", path, content.Length, SHA256.HashData(content));
    }

    private async Task<JobRun> CreateRunAsync()
    {
        var staging = Data.StagingOf(Instance.InstanceId);
        Directory.CreateDirectory(staging);
        Put(i => i with { State = InstanceState.Running });
        return new JobRun(new JobRunParts
        {
            Instance = Instance,
            Type = new JobTypeInfo(JobTypes.UploadPost, "uploadPostJob", LogTypes.BeginUpload, LogTypes.EndUpload),
            Block = Job,
            Company = Company,
            User = AnAccount.Of(7),
            DoneItems = await jobs.ListDoneItemsAsync(Instance.InstanceId, CancellationToken.None),
            StagingDirectory = staging,
            Store = Store,
            Progress = new ProgressBoard(),
            Stops = stops,
            Clock = Clock,
        });
    }

    private JobDefinition Definition() => new()
    {
        CompanyId = Company.CompanyId,
        OriginalName = "session",
        JobType = JobTypes.UploadPost,
        BlockElement = "uploadPostJob",
        BlockXml = [],
        LaneKey = "",
        SubmitUserId = 7,
        SubmitUserEmail = "user7@example.com",
        CallerUserId = 7,
    };
}
