using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>Rows by instance and time, by work item, and by asset.</summary>
internal sealed class LogRowConfiguration : IEntityTypeConfiguration<LogRowEntity>
{
    public void Configure(EntityTypeBuilder<LogRowEntity> builder)
    {
        builder.HasKey(r => r.RowId);
        builder.HasIndex(r => new { r.InstanceId, r.CreatedUtc });
        builder.HasIndex(r => new { r.InstanceId, r.ItemKey }).IsUnique().HasFilter("\"ItemKey\" IS NOT NULL");
        builder.HasIndex(r => r.AssetId).HasFilter("\"AssetId\" IS NOT NULL");
        builder.HasOne<InstanceEntity>().WithMany().HasForeignKey(r => r.InstanceId).OnDelete(DeleteBehavior.Cascade);
    }
}
