using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>An asset comes from one source at most. The source has no foreign key: the record outlives it.</summary>
internal sealed class GenerationConfiguration : IEntityTypeConfiguration<GenerationEntity>
{
    public void Configure(EntityTypeBuilder<GenerationEntity> builder)
    {
        builder.HasKey(g => g.AssetId);
        builder.Property(g => g.AssetId).ValueGeneratedNever();
        builder.HasIndex(g => new { g.OriginatorId, g.Engine, g.Key });
        builder.HasOne<AssetEntity>().WithOne().HasForeignKey<GenerationEntity>(g => g.AssetId).OnDelete(DeleteBehavior.Cascade);
    }
}
