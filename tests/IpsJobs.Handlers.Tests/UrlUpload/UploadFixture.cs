using System.Security.Cryptography;
using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;
using IpsJobs.Handlers.Tests.Ingest;
using IpsJobs.Handlers.UrlUpload;
using IpsJobs.Imaging;
using IpsJobs.Testing.Accounts;
using IpsJobs.Testing.Fakes;
using IpsJobs.Testing.Jobs;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NetVips;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Handlers.Tests.UrlUpload;

/// <summary>A company with real folders, a real optimiser and a web server; only the database is a fake.</summary>
public sealed class UploadFixture : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("ips-upload-").FullName;
    private readonly FakeJobStore jobs;
    private readonly ImageSlots slots = new(Options.Create(new ImagingOptions()));
    private readonly VipsImageOptimizer optimizer;
    private readonly StopSignals stops = new();
    private UrlFetcher? fetcher;

    public UploadFixture()
    {
        optimizer = new VipsImageOptimizer(slots, Options.Create(new ImagingOptions()));
        Clock = new ServerClock(Time, TimeZoneInfo.Utc);
        jobs = new FakeJobStore(Clock);
        Assets = new FakeAssetStore(Time);
        Store = new FileMovingJobStore(jobs, Assets);
        Data = new DataFolder(root);
        Parts = new IngestParts(Assets, Reservations, Clock, optimizer, Data, jobs, Projects, IngestParts.MetadataReader(slots, Clock));
        var (layers, fonts) = (new PsdLayerReader(slots, Options.Create(new ImagingOptions())), new CompanyFonts(new TypeSearch(Assets), Data));
        Parts.Makers.Add(parts => new PhotoshopLayers(layers, parts, Assets, fonts));
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero));

    public ServerClock Clock { get; }

    public FakeAssetStore Assets { get; }

    public FakeJobStore Jobs => jobs;

    public FileMovingJobStore Store { get; }

    public DataFolder Data { get; }

    public LocalWebServer Web { get; } = new();

    public ProgressBoard Progress { get; } = new();

    public NameReservations Reservations { get; } = new();

    public Company Company { get; set; } = AnAccount.Company() with { RootPath = "Sample/" };

    public OutboundOptions Outbound { get; } = new() { AllowPrivateAddresses = true };

    public JobOptions JobOptions { get; } = new();

    public UrlUploadOptions UploadOptions { get; } = new() { RetryDelay = TimeSpan.Zero };

    /// <summary>Rows without the total, in order of completion.</summary>
    public IReadOnlyList<LogRow> Rows => [.. jobs.Items.Select(i => i.Row).Where(r => r.LogType != LogTypes.TotalFileCount)];

    public JobCounters Counters => jobs.Instances[0].Counters;

    /// <summary>The optimised picture of an asset.</summary>
    public Image Picture(StoredAsset asset) => Image.Tiffload(Data.Optimized(Company.RootPath).Resolve(asset.Content.Optimized!.Path));

    /// <summary>The mask of an asset.</summary>
    public Image Mask(StoredAsset asset) => Image.Tiffload(Data.Masks(Company.RootPath).Resolve(asset.Content.Details.Mask!.Path));

    public StoredAsset Asset(string name) => Assets.All.Single(a => a.Name == name);

    public string Original(string path) => Data.Originals(Company.RootPath).Resolve(path);

    /// <summary>Files below the company's folders and the staging folder.</summary>
    public IReadOnlyList<string> Files =>
        [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(root, f)).Order(StringComparer.Ordinal)];

    public IImageOptimizer Optimizer => optimizer;

    public FakeProjectStore Projects { get; } = new();

    public IngestParts Parts { get; }

    public FileIngest Ingest => Parts.Ingest;

    /// <summary>The next run is that of another job.</summary>
    public void Forget()
    {
        jobs.Instances.Clear();
        jobs.Items.Clear();
    }

    /// <summary>The next run is one after a restart.</summary>
    public void Interrupt() => jobs.Put(jobs.Instances[0] with { Interruptions = jobs.Instances[0].Interruptions + 1 });

    /// <summary>A small picture whose bytes differ by <paramref name="grey"/>.</summary>
    public static byte[] Picture(string extension = ".png", int width = 40, int height = 30, int grey = 0)
    {
        using var image = (Image.Black(width, height) + grey).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Bw);
        return image.WriteToBuffer(extension);
    }

    public static UploadUrlsJob Job(params (string Url, string Path)[] entries) => new()
    {
        UrlArray = new UploadUrlArray { Items = [.. entries.Select(e => new UploadUrl { SourceUrl = e.Url, DestPath = e.Path })] },
        Overwrite = true,
        ReadyForPublish = true,
        CreateMask = false,
        EmailSetting = EmailSettings.None,
    };

    /// <summary>Serves a body and returns its address.</summary>
    public string Serve(string path, byte[] body)
    {
        Web.Answer(path, LocalResponse.Ok(body));
        return Web.UrlOf(path);
    }

    public Task RunAsync(params (string Url, string Path)[] entries) => RunAsync(Job(entries));

    public async Task RunAsync(UploadUrlsJob job, CancellationToken cancellationToken = default) =>
        await Handler().RunAsync(await CreateRunAsync(job), cancellationToken);

    public UrlUploadHandler Handler()
    {
        fetcher ??= new UrlFetcher(Options.Create(UploadOptions), Options.Create(Outbound), Options.Create(JobOptions), Clock);
        return new UrlUploadHandler(fetcher, Ingest, Parts.Sets, Options.Create(UploadOptions));
    }

    /// <summary>The run of the one instance; a second call resumes it.</summary>
    public async Task<JobRun> CreateRunAsync(IContractType job)
    {
        if (jobs.Instances.Count == 0)
            await jobs.AddInstanceAsync(new NewInstance(Definition(), Clock.UtcNow), CancellationToken.None);
        var instance = jobs.Instances[0];
        var staging = Data.StagingOf(instance.InstanceId);
        Directory.CreateDirectory(staging);
        return new JobRun(new JobRunParts
        {
            Instance = instance,
            Type = new JobTypeInfo(JobTypes.UrlUpload, "uploadUrlsJob", LogTypes.BeginUploadUrls, LogTypes.EndUploadUrls),
            Block = job,
            Company = Company,
            User = AnAccount.Of(7),
            DoneItems = await jobs.ListDoneItemsAsync(instance.InstanceId, CancellationToken.None),
            StagingDirectory = staging,
            Store = Store,
            Progress = Progress,
            Stops = stops,
            Clock = Clock,
        });
    }

    public void Stop() => stops.Raise(jobs.Instances[0].InstanceId);

    /// <summary>An asset that is there already, with its original on disk.</summary>
    public StoredAsset Given(string folder, string fileName, string type = AssetTypes.Image, NameSpace nameSpace = NameSpace.Catalog, bool marked = false)
    {
        var path = Original(folder["Sample/".Length..] + fileName);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "old");
        var content = new AssetContent
        {
            Type = type, Folder = folder, FileName = fileName, FileSize = 3, Sha256 = SHA256.HashData("old"u8),
        };
        var id = Assets.Apply(new AddAsset(Company.CompanyId, AssetNaming.BaseName(fileName), nameSpace, marked, content, UserId: 7));
        return Assets.All.Single(a => a.AssetId == id);
    }

    public void Dispose()
    {
        Web.Dispose();
        fetcher?.Dispose();
        slots.Dispose();
        Directory.Delete(root, recursive: true);
    }

    private JobDefinition Definition() => new()
    {
        CompanyId = Company.CompanyId,
        OriginalName = "job",
        JobType = JobTypes.UrlUpload,
        BlockElement = "uploadUrlsJob",
        BlockXml = [],
        LaneKey = Lanes.Upload(Company.CompanyId),
        SubmitUserId = 7,
        SubmitUserEmail = "user7@example.com",
        CallerUserId = 7,
    };
}
