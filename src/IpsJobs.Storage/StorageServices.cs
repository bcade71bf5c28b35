using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Assets.Folders;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Files;
using IpsJobs.Core.Exports;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Outbox;
using IpsJobs.Core.Projects;
using IpsJobs.Core.Properties;
using IpsJobs.Core.Submission;
using IpsJobs.Storage.Accounts;
using IpsJobs.Storage.Assets;
using IpsJobs.Storage.Edits;
using IpsJobs.Storage.Assets.Search;
using IpsJobs.Storage.Exports;
using IpsJobs.Storage.Backup;
using IpsJobs.Storage.Files;
using IpsJobs.Storage.Outbox;
using IpsJobs.Storage.Projects;
using IpsJobs.Storage.Properties;
using IpsJobs.Storage.Queries;
using IpsJobs.Storage.Retention;
using IpsJobs.Storage.Sqlite;
using IpsJobs.Storage.Uploads;
using IpsJobs.Storage.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpsJobs.Storage;

/// <summary>Registers the storage module.</summary>
public static class StorageServices
{
    /// <summary>Adds the store. <see cref="DataFolder"/> and <see cref="ServerClock"/> come from the host; <see cref="StoreMigration"/>
    /// is to be applied before the store is used.</summary>
    public static IServiceCollection AddIpsStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IConfigureOptions<StorageOptions>>(new StorageOptionsReader(configuration));
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddOptions<StorageOptions>().ValidateOnStart();
        services.AddLogging();
        return services.AddDatabase().AddWriter().AddReaders();
    }

    private static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        services.AddPooledDbContextFactory<IpsDbContext>((provider, options) =>
            options.UseSqlite(provider.GetRequiredService<SqliteSource>().PooledConnectionString));
        services.AddSingleton<SqliteSource>();
        services.AddSingleton<ReadSessions>();
        services.AddSingleton(p => new StoreMigration(
            p.GetRequiredService<IDbContextFactory<IpsDbContext>>(),
            p.GetRequiredService<DataFolder>(),
            p.GetRequiredService<ServerClock>(),
            p.GetRequiredService<ILogger<StoreMigration>>()));
        services.AddSingleton(p => new StoreCheck(
            p.GetRequiredService<SqliteSource>(), p.GetRequiredService<DataFolder>(), p.GetRequiredService<IOptions<StorageOptions>>()));
        services.AddSingleton(p => new StoreRecovery(
            p.GetRequiredService<DataFolder>(), p.GetRequiredService<ReadSessions>(), p.GetRequiredService<RelocationRecovery>(),
            p.GetRequiredService<ILogger<StoreRecovery>>()));
        return services.AddBackup();
    }

    private static IServiceCollection AddBackup(this IServiceCollection services)
    {
        services.AddSingleton(p => new StoreBackup(
            p.GetRequiredService<DataFolder>(), p.GetRequiredService<SqliteSource>(), p.GetRequiredService<ServerClock>(),
            p.GetRequiredService<DiskFlush>()));
        services.AddSingleton(p => new BackupSettlement(
            p.GetRequiredService<DataFolder>(), p.GetRequiredService<ReadSessions>(), p.GetRequiredService<StoreRecovery>()));
        return services;
    }

    private static IServiceCollection AddWriter(this IServiceCollection services)
    {
        services.TryAddSingleton(DiskFlush.ForThisMachine);
        return services
            .AddSingleton<IDiskSpace, DataDisk>()
            .AddSingleton<OutboxSignals>()
            .AddSingleton<CommitWriter>()
            .AddSingleton<FileBatch>()
            .AddSingleton<ItemCommitter>()
            .AddSingleton<IJobStore, JobStore>()
            .AddSingleton<ILogRetention, LogRetention>()
            .AddSingleton<IUploadSessionStore, UploadSessionStore>()
            .AddSingleton<IAccountAdministration, AccountAdministration>()
            .AddEdits();
    }

    private static IServiceCollection AddEdits(this IServiceCollection services) => services
        .AddSingleton<RelocationJournal>()
        .AddSingleton<RelocatedFiles>()
        .AddSingleton<RelocationRecovery>()
        .AddSingleton<ITrashStore, TrashStore>()
        .AddSingleton<IAssetEdits, AssetEditStore>()
        .AddSingleton<IFolderEdits, FolderEditStore>()
        .AddSingleton(p => new FolderComposition(
            p.GetRequiredService<ReadSessions>(), p.GetRequiredService<CommitWriter>(), p.GetRequiredService<IAssetEdits>(),
            p.GetRequiredService<IAccountDirectory>(), p.GetRequiredService<ILogger<FolderComposition>>()));

    private static IServiceCollection AddReaders(this IServiceCollection services) =>
        services
            .AddSingleton<JobQueries>()
            .AddSingleton<IJobQueries>(p => p.GetRequiredService<JobQueries>())
            .AddSingleton<IItemQueries>(p => p.GetRequiredService<JobQueries>())
            .AddSingleton<IRecoveryQueries>(p => p.GetRequiredService<JobQueries>())
            .AddSingleton<AccountDirectory>()
            .AddSingleton<IAccountDirectory>(p => p.GetRequiredService<AccountDirectory>())
            .AddSingleton<IAssetStore, AssetStore>()
            .AddSingleton<IAssetSearch, AssetSearch>()
            .AddSingleton<IFolderLists, FolderLists>()
            .AddSingleton<IPublishStates, PublishStateReads>()
            .AddSingleton<IDiskUsage, DiskUsageQuery>()
            .AddSingleton<IUploadLedger, UploadLedger>()
            .AddSingleton<IPublishMarks, PublishMarks>()
            .AddSingleton<IPropertySets, PropertySets>()
            .AddSingleton<IProjectStore, ProjectStore>()
            .AddSingleton<IExportStore, ExportStore>()
            .AddSingleton<IOutbox, OutboxStore>()
            .AddSingleton<IWarnings, WarningStore>();
}
