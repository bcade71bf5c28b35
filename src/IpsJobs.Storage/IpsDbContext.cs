using IpsJobs.Storage.Configurations;
using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;

namespace IpsJobs.Storage;

/// <summary>The schema, and the reads that are not on the hot path. Nothing is ever saved through it: the writer does that.</summary>
/// <remarks>All instants are INTEGER columns holding UTC ticks (100 ns since year 1), so that what is read back is exactly what was written.</remarks>
internal sealed class IpsDbContext(DbContextOptions<IpsDbContext> options) : DbContext(options)
{
    public DbSet<CompanyEntity> Companies => Set<CompanyEntity>();

    public DbSet<UserEntity> Users => Set<UserEntity>();

    public DbSet<MembershipEntity> Memberships => Set<MembershipEntity>();

    public DbSet<PublishContextEntity> PublishContexts => Set<PublishContextEntity>();

    public DbSet<PublishServerEntity> PublishServers => Set<PublishServerEntity>();

    public DbSet<JobBlockEntity> JobBlocks => Set<JobBlockEntity>();

    public DbSet<TriggerEntity> Triggers => Set<TriggerEntity>();

    public DbSet<TriggerHistoryEntity> TriggerHistory => Set<TriggerHistoryEntity>();

    public DbSet<InstanceEntity> Instances => Set<InstanceEntity>();

    public DbSet<InstanceHistoryEntity> InstanceHistory => Set<InstanceHistoryEntity>();

    public DbSet<LogRowEntity> LogRows => Set<LogRowEntity>();

    public DbSet<UploadSessionEntity> UploadSessions => Set<UploadSessionEntity>();

    public DbSet<StagedUploadEntity> StagedUploads => Set<StagedUploadEntity>();

    public DbSet<AssetEntity> Assets => Set<AssetEntity>();

    public DbSet<AssetProjectEntity> AssetProjects => Set<AssetProjectEntity>();

    public DbSet<FolderEntity> Folders => Set<FolderEntity>();

    public DbSet<AssetWordsEntity> AssetWords => Set<AssetWordsEntity>();

    public DbSet<AssetContextMarkEntity> AssetContextMarks => Set<AssetContextMarkEntity>();

    public DbSet<GenerationEntity> Generations => Set<GenerationEntity>();

    public DbSet<SetMemberEntity> SetMembers => Set<SetMemberEntity>();

    public DbSet<PropertySetEntity> PropertySets => Set<PropertySetEntity>();

    public DbSet<ProjectEntity> Projects => Set<ProjectEntity>();

    public DbSet<UploadLedgerEntity> UploadLedger => Set<UploadLedgerEntity>();

    public DbSet<ExportEntity> Exports => Set<ExportEntity>();

    public DbSet<PublishHistoryEntity> PublishHistory => Set<PublishHistoryEntity>();

    public DbSet<OutboxEntity> Outbox => Set<OutboxEntity>();

    public DbSet<WarningEntity> Warnings => Set<WarningEntity>();

    public DbSet<SettingEntity> Settings => Set<SettingEntity>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(IpsDbContext).Assembly);
}
