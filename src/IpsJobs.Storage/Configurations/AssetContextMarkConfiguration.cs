using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>One row per asset and context that has a mark of its own.</summary>
internal sealed class AssetContextMarkConfiguration : IEntityTypeConfiguration<AssetContextMarkEntity>
{
    public void Configure(EntityTypeBuilder<AssetContextMarkEntity> builder)
    {
        builder.HasKey(m => new { m.AssetId, m.ContextId });
        builder.HasOne<AssetEntity>().WithMany().HasForeignKey(m => m.AssetId).OnDelete(DeleteBehavior.Cascade);
    }
}
