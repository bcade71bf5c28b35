using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>One row per asset and place; a new delivery replaces it.</summary>
internal sealed class PublishHistoryConfiguration : IEntityTypeConfiguration<PublishHistoryEntity>
{
    public void Configure(EntityTypeBuilder<PublishHistoryEntity> builder)
    {
        builder.HasKey(p => new { p.ServerId, p.ContextId, p.AssetId });
        builder.HasIndex(p => p.AssetId);
    }
}
