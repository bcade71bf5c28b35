using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>Waiting rows are found by the time they are due; sent ones are out of the index.</summary>
internal sealed class OutboxConfiguration : IEntityTypeConfiguration<OutboxEntity>
{
    public void Configure(EntityTypeBuilder<OutboxEntity> builder)
    {
        builder.HasKey(o => o.OutboxId);
        builder.HasIndex(o => new { o.Kind, o.NextUtc }).HasFilter("\"NextUtc\" IS NOT NULL");
        builder.HasIndex(o => o.InstanceId);
        builder.HasOne<InstanceEntity>().WithMany().HasForeignKey(o => o.InstanceId).OnDelete(DeleteBehavior.Cascade);
    }
}
