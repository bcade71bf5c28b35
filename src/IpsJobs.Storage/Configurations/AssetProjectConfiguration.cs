using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>One row per asset and project.</summary>
internal sealed class AssetProjectConfiguration : IEntityTypeConfiguration<AssetProjectEntity>
{
    public void Configure(EntityTypeBuilder<AssetProjectEntity> builder)
    {
        builder.HasKey(p => new { p.AssetId, p.ProjectId });
        builder.HasIndex(p => p.ProjectId);
    }
}
