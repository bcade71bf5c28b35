using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.DirectoryUpload;
using IpsJobs.Handlers.Ingest;
using IpsJobs.Handlers.Tests.UrlUpload;
using IpsJobs.Testing.Accounts;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Tests.DirectoryUpload;

/// <summary>A company with a real incoming directory; every run is an instance of its own unless it is resumed.</summary>
public sealed class DirectoryFixture : IDisposable
{
    private readonly StopSignals stops = new();

    public UploadFixture Upload { get; } = new();

    public DirectoryUploadOptions Options { get; } = new() { Copiers = 1, Batch = 1 };

    /// <summary>Called for every item before it is committed.</summary>
    public Action<ItemCommit>? BeforeCommit { set => Upload.Store.BeforeCommit = value; }

    public string Incoming => Upload.Data.Incoming(Upload.Company.RootPath).Root;

    public long LastInstance => Upload.Jobs.Instances[^1].InstanceId;

    /// <summary>Rows of the last run without the total.</summary>
    public IReadOnlyList<LogRow> Rows =>
    [
        .. Upload.Jobs.Items.Where(i => i.InstanceId == LastInstance).Select(i => i.Row).Where(r => r.LogType != LogTypes.TotalFileCount),
    ];

    public JobCounters Counters => Upload.Jobs.Instances[^1].Counters;

    /// <summary>Rows of the last run as type and asset path.</summary>
    public IEnumerable<string> Story => Rows.Select(r => $"{r.LogType} {r.Message.Arguments[0]}");

    public static UploadDirectoryJob Job(string serverDir = "/") => new()
    {
        ServerDir = serverDir,
        Overwrite = true,
        ReadyForPublish = true,
        CreateMask = false,
        IncludeSubfolders = true,
        ProcessMetadataFiles = false,
        EmailSetting = EmailSettings.None,
    };

    /// <summary>Delivers a file that has been lying there for a while.</summary>
    /// <returns>Its full path.</returns>
    public string Drop(string path, string content = "text", TimeSpan? age = null) =>
        Drop(path, System.Text.Encoding.UTF8.GetBytes(content), age);

    public string Drop(string path, byte[] content, TimeSpan? age = null)
    {
        var full = Path.Combine(Incoming, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
        File.SetLastWriteTimeUtc(full, (Upload.Clock.UtcNow - (age ?? TimeSpan.FromMinutes(5))).UtcDateTime);
        return full;
    }

    public async Task RunAsync(UploadDirectoryJob? job = null)
    {
        await Upload.Jobs.AddInstanceAsync(new NewInstance(Definition(), Upload.Clock.UtcNow), CancellationToken.None);
        await ResumeAsync(job);
    }

    /// <summary>Runs the last instance again, as after a restart.</summary>
    public async Task ResumeAsync(UploadDirectoryJob? job = null) =>
        await Handler().RunAsync(await CreateRunAsync(job ?? Job()), CancellationToken.None);

    public void Stop() => stops.Raise(LastInstance);

    public StoredAsset? Find(string name) => Upload.Assets.All.SingleOrDefault(a => a.Name == name);

    public void Dispose() => Upload.Dispose();

    private DirectoryUploadHandler Handler() => new(
        Upload.Data, new RecordedLedger(Upload.Jobs), Upload.Ingest, Upload.Parts.Sets,
        new MetadataLines(Upload.Assets, new AssetLookup(Upload.Assets), new NameHolds(Upload.Reservations, Upload.Clock), Upload.Data), Microsoft.Extensions.Options.Options.Create(Options));

    private async Task<JobRun> CreateRunAsync(UploadDirectoryJob job)
    {
        var instance = Upload.Jobs.Instances[^1];
        var staging = Upload.Data.StagingOf(instance.InstanceId);
        Directory.CreateDirectory(staging);
        return new JobRun(new JobRunParts
        {
            Instance = instance,
            Type = new JobTypeInfo(JobTypes.UploadFromServerDirectory, "uploadDirectoryJob", LogTypes.BeginUpload, LogTypes.EndUpload),
            Block = job,
            Company = Upload.Company,
            User = AnAccount.Of(7),
            DoneItems = await Upload.Jobs.ListDoneItemsAsync(instance.InstanceId, CancellationToken.None),
            StagingDirectory = staging,
            Store = Upload.Store,
            Progress = Upload.Progress,
            Stops = stops,
            Clock = Upload.Clock,
        });
    }

    private JobDefinition Definition() => new()
    {
        CompanyId = Upload.Company.CompanyId,
        OriginalName = "job",
        JobType = JobTypes.UploadFromServerDirectory,
        BlockElement = "uploadDirectoryJob",
        BlockXml = [],
        LaneKey = Lanes.Upload(Upload.Company.CompanyId),
        SubmitUserId = 7,
        SubmitUserEmail = "user7@example.com",
        CallerUserId = 7,
    };
}
