using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>Projects have no table of their own yet; the number is the project handle'\''s.</summary>
internal sealed class AssetProjectConfiguration : IEntityTypeConfiguration<AssetProjectEntity>
{
    public void Configure(EntityTypeBuilder<AssetProjectEntity> builder)
    {
        builder.HasKey(p => new { p.AssetId, p.ProjectId });
        builder.HasIndex(p => p.ProjectId);
    }
}
