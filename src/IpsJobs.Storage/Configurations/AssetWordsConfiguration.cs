using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>One row per asset that has words.</summary>
internal sealed class AssetWordsConfiguration : IEntityTypeConfiguration<AssetWordsEntity>
{
    public void Configure(EntityTypeBuilder<AssetWordsEntity> builder)
    {
        builder.HasKey(w => w.AssetId);
        builder.Property(w => w.AssetId).ValueGeneratedNever();
        builder.HasOne<AssetEntity>().WithOne().HasForeignKey<AssetWordsEntity>(w => w.AssetId).OnDelete(DeleteBehavior.Cascade);
    }
}
