using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>By instance.</summary>
internal sealed class InstanceHistoryConfiguration : IEntityTypeConfiguration<InstanceHistoryEntity>
{
    public void Configure(EntityTypeBuilder<InstanceHistoryEntity> builder)
    {
        builder.HasKey(h => h.HistoryId);
        builder.HasIndex(h => h.InstanceId);
        builder.HasOne<InstanceEntity>().WithMany().HasForeignKey(h => h.InstanceId).OnDelete(DeleteBehavior.Cascade);
    }
}
