using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>Files are only ever asked for by session.</summary>
internal sealed class StagedUploadConfiguration : IEntityTypeConfiguration<StagedUploadEntity>
{
    public void Configure(EntityTypeBuilder<StagedUploadEntity> builder)
    {
        builder.HasKey(f => new { f.InstanceId, f.Number });
        builder.HasOne<UploadSessionEntity>().WithMany().HasForeignKey(f => f.InstanceId).OnDelete(DeleteBehavior.Cascade);
    }
}
