using System.Security.Cryptography;
using System.Text;
using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Exports;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Properties;
using IpsJobs.Handlers.Export;
using IpsJobs.Handlers.ImageRenderingPublish;
using IpsJobs.Handlers.ImageServingPublish;
using IpsJobs.Handlers.MetadataPublish;
using IpsJobs.Handlers.Publishing;
using IpsJobs.Handlers.ServerDirectoryPublish;
using IpsJobs.Handlers.VideoPublish;
using IpsJobs.Handlers.VideoSitemap;
using IpsJobs.Testing.Accounts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Company = IpsJobs.Core.Accounts.Company;
using PublishContext = IpsJobs.Core.Accounts.PublishContext;

namespace IpsJobs.Handlers.Tests.Publishing;

/// <summary>A company with a store and one target in real directories; runs the publish as the job frame does.</summary>
public sealed class PublishFixture : IDisposable
{
    public const long InstanceId = 17;
    private const int CompanyId = 47;
    private const int ContextId = 3001;
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly string root = Directory.CreateTempSubdirectory("ips-publish-").FullName;
    private readonly StopSignals stops = new();
    private readonly ProgressBoard progress = new();
    private readonly ServiceProvider services;
    private long nextAssetId = 100;

    public PublishFixture(string companyRoot = "SampleCompany/", int batchSize = 256, long maxExport = 1 << 30)
    {
        Company = AnAccount.Company(CompanyId) with { RootPath = companyRoot };
        Data = new DataFolder(Path.Combine(root, "data"));
        Jobs = new FakeJobStore(Assets, Exports);
        Marks = new FakePublishMarks(Assets);
        AddContext(ContextId, PublishContextTypes.ImageServing);
        AddServer();
        AddContext(ContextId + 1, PublishContextTypes.ImageRendering);
        AddContext(ContextId + 2, PublishContextTypes.Video);
        AddContext(ContextId + 3, PublishContextTypes.ServerDirectory);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<IAccountDirectory>(Accounts)
            .AddSingleton<IAssetStore>(Assets)
            .AddSingleton<AssetLookup>()
            .AddSingleton<IPublishMarks>(Marks)
            .AddSingleton<IPropertySets>(Properties)
            .AddSingleton<IExportStore>(Exports)
            .AddSingleton<IImageConverter>(Converter)
            .AddSingleton<PublicLinks>()
            .AddSingleton(Data)
            .AddImageServingPublish()
            .AddImageRenderingPublish()
            .AddVideoPublish()
            .AddServerDirectoryPublish()
            .AddMetadataPublish()
            .AddExport()
            .AddVideoSitemap()
            .Configure<PublishingOptions>(o => o.BatchSize = batchSize)
            .Configure<ExportOptions>(o => o.MaxBytes = maxExport)
            .AddSingleton<JobTypeRegistry>()
            .BuildServiceProvider();
    }

    public Company Company { get; }

    public DataFolder Data { get; }

    public FakeTimeProvider Time { get; } = new(Start);

    public FakeAccountDirectory Accounts { get; } = new();

    public FakeAssetStore Assets { get; } = new();

    public FakePublishMarks Marks { get; }

    public FakePropertySets Properties { get; } = new();

    public IpsJobs.Testing.Fakes.FakeExportStore Exports { get; } = new();

    public FakeImageConverter Converter { get; } = new();

    public FakeJobStore Jobs { get; }

    public TargetFiles Target => TargetOf(Accounts.Servers[0]);

    /// <summary>The run of the last publish, with what it has to say at its end.</summary>
    public JobRun? LastRun { get; private set; }

    public JobProgress? Progress => progress.Find(InstanceId);

    public JobTypeRegistry Types => services.GetRequiredService<JobTypeRegistry>();

    public static TargetFiles TargetOf(PublishServer server, string rootId = "SampleCompany") => new(server.Directory, rootId);

    public PublishServer AddServer(bool exists = true) => AddServer(PublishContextTypes.ImageServing, exists);

    public PublishServer AddServer(string contextType, bool exists = true)
    {
        var id = 500 + Accounts.Servers.Count;
        var directory = Path.Combine(root, $"target-{id}");
        if (exists)
            Directory.CreateDirectory(directory);
        var server = new PublishServer(id, Accounts.Contexts.First(c => c.Type == contextType).ContextId, $"Server {id}", directory, IsActive: true);
        Accounts.Servers.Add(server);
        return server;
    }

    public StoredAsset AddImage(string name, int width = 640, int height = 480, double? resolution = 72) =>
        Add(AssetTypes.Image, name + ".jpg", "Pictures/", "original of " + name, NewOptimized(name, width, height, resolution));

    public StoredAsset AddFile(string type, string fileName, string text = "content", string folder = "Files/") =>
        AddFile(type, fileName, Encoding.UTF8.GetBytes(text), folder);

    public StoredAsset AddFile(string type, string fileName, byte[] bytes, string folder = "Files/") =>
        Add(type, fileName, folder, bytes, optimized: null);

    /// <summary>Gives an image a mask.</summary>
    public StoredAsset WithMask(StoredAsset asset, string path)
    {
        Write(Data.Masks(Company.RootPath).Resolve(path), Encoding.UTF8.GetBytes("mask"));
        return Change(asset, a => a with { Content = a.Content with { Details = a.Content.Details with { Mask = new DerivedFile(path, 4) } } });
    }

    /// <summary>What an upload does to an image: a new optimised file, a later time stamp.</summary>
    public StoredAsset ReplaceImage(StoredAsset old)
    {
        Time.Advance(TimeSpan.FromMinutes(5));
        var optimized = NewOptimized(old.Name + " again", 800, 600, resolution: null);
        return Change(old, a => a with { Content = a.Content with { Optimized = optimized } });
    }

    /// <summary>Replaces the stored asset by a changed one with the time of now.</summary>
    public StoredAsset Change(StoredAsset old, Func<StoredAsset, StoredAsset> change)
    {
        var changed = change(old) with { ModifiedUtc = Time.GetUtcNow() };
        Assets.Assets[Assets.Assets.FindIndex(a => a.AssetId == old.AssetId)] = changed;
        return changed;
    }

    public string OptimizedFileOf(StoredAsset asset) => Data.Optimized(Company.RootPath).Resolve(asset.Content.Optimized!.Path);

    public void Stop() => stops.Raise(InstanceId);

    /// <summary>A set, template or catalog of other assets.</summary>
    public StoredAsset AddSet(string type, string name, params StoredAsset[] members) =>
        AddSet(type, name, "", [.. members.Select(m => new SetMember(m.AssetId))]);

    public StoredAsset AddSet(string type, string name, string subType, IReadOnlyList<SetMember> members)
    {
        var set = Add(type, name, "Sets/", [], optimized: null);
        return Change(set, a => a with { Name = name, Content = a.Content with { SubType = subType, Members = members } });
    }

    /// <summary>A new instance of any type of publish: its log is empty.</summary>
    public Task RunAsync(string jobType, IContractType block)
    {
        Jobs.Clear();
        stops.Clear(InstanceId);
        return RerunAsync(jobType, block);
    }

    /// <summary>A job that the server itself starts.</summary>
    public Task RunSystemAsync(string jobType)
    {
        var type = Types.Get(jobType);
        return Types.HandlerOf(type).RunAsync(Run(type, NoBlock.Instance, jobType, SystemJobs.Company), CancellationToken.None);
    }

    /// <summary>The same instance once more, as after a restart.</summary>
    public Task RerunAsync(string jobType, IContractType block)
    {
        var type = Types.Get(jobType);
        LastRun = Run(type, block, "Nightly_2026-03-01-12:00:00.000");
        return Types.HandlerOf(type).RunAsync(LastRun, CancellationToken.None);
    }

    /// <summary>A new instance: its log is empty.</summary>
    public Task PublishAsync(string publishType, string instanceName = "Nightly_2026-03-01-12:00:00.000")
    {
        Jobs.Clear();
        stops.Clear(InstanceId);
        return ResumeAsync(publishType, instanceName);
    }

    /// <summary>The same instance once more, as after a restart.</summary>
    public Task ResumeAsync(
        string publishType, string instanceName = "Nightly_2026-03-01-12:00:00.000", CancellationToken cancellationToken = default)
    {
        var type = Types.Get(JobTypes.ImageServingPublish);
        var block = new ImageServingPublishJob { PublishType = publishType, EmailSetting = EmailSettings.None };
        LastRun = Run(type, block, instanceName);
        return Types.HandlerOf(type).RunAsync(LastRun, cancellationToken);
    }

    public void Dispose()
    {
        services.Dispose();
        Directory.Delete(root, recursive: true);
    }

    private void AddContext(int id, string type) => Accounts.Contexts.Add(new PublishContext(id, CompanyId, type, type, PublishAll: false));

    private JobRun Run(JobTypeInfo type, IContractType block, string instanceName, Company? company = null)
    {
        var staging = Directory.CreateDirectory(Data.StagingOf(InstanceId)).FullName;
        return new JobRun(new JobRunParts
        {
            Instance = Instance(type, block, instanceName) with { Counters = Jobs.Counters },
            Type = type,
            Block = block,
            Company = company ?? Company,
            User = AnAccount.Of(1),
            DoneItems = Jobs.DoneItems,
            StagingDirectory = staging,
            Store = Jobs,
            Progress = progress,
            Stops = stops,
            Clock = new ServerClock(Time, TimeZoneInfo.Utc),
        });
    }

    private static JobInstance Instance(JobTypeInfo type, IContractType block, string instanceName) => new()
    {
        InstanceId = InstanceId,
        InstanceName = instanceName,
        State = InstanceState.Running,
        CreatedUtc = Start,
        TriggerTimeUtc = Start,
        Definition = new JobDefinition
        {
            CompanyId = CompanyId,
            OriginalName = "Nightly",
            JobType = type.Name,
            BlockElement = type.BlockElement,
            BlockXml = block is NoBlock ? [] : JobBlocks.Serialize(new JobBlock(type.BlockElement, block)),
            LaneKey = Lanes.Publish(CompanyId, ContextId),
            SubmitUserId = 1,
            SubmitUserEmail = "user1@example.com",
            CallerUserId = 1,
        },
    };

    private StoredAsset Add(string type, string fileName, string folder, string text, OptimizedImage? optimized) =>
        Add(type, fileName, folder, Encoding.UTF8.GetBytes(text), optimized);

    private StoredAsset Add(string type, string fileName, string folder, byte[] bytes, OptimizedImage? optimized)
    {
        Write(Data.Originals(Company.RootPath).Resolve(folder + fileName), bytes);
        var asset = new StoredAsset
        {
            AssetId = nextAssetId++,
            CompanyId = CompanyId,
            Name = Path.GetFileNameWithoutExtension(fileName),
            NameSpace = NameSpace.Catalog,
            ReadyForPublish = true,
            TrashState = TrashStates.NotInTrash,
            CreatedUtc = Time.GetUtcNow(),
            ModifiedUtc = Time.GetUtcNow(),
            Content = new AssetContent
            {
                Type = type,
                Folder = Company.RootPath + folder,
                FileName = fileName,
                FileSize = bytes.Length,
                Sha256 = SHA256.HashData(bytes),
                Optimized = optimized,
            },
        };
        Assets.Assets.Add(asset);
        return asset;
    }

    private OptimizedImage NewOptimized(string content, int width, int height, double? resolution)
    {
        var guid = Guid.NewGuid().ToString();
        var path = $"{guid[..3]}/{guid}.tif";
        var bytes = Encoding.UTF8.GetBytes("optimised form of " + content);
        Write(Data.Optimized(Company.RootPath).Resolve(path), bytes);
        return new OptimizedImage(path, width, height, resolution, bytes.Length);
    }

    private static void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
