using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>Names are unique per company and name space; an asset in the trash keeps its name.</summary>
internal sealed class AssetConfiguration : IEntityTypeConfiguration<AssetEntity>
{
    public void Configure(EntityTypeBuilder<AssetEntity> builder)
    {
        builder.HasKey(a => a.AssetId);
        builder.HasIndex(a => new { a.CompanyId, a.NameSpace, a.Name }).IsUnique();
        builder.HasIndex(a => new { a.CompanyId, a.AssetId }, "IX_Assets_Present").HasFilter("\"TrashState\" = 'NotInTrash'");
        builder.HasIndex(a => new { a.CompanyId, a.OptimizedPath }).HasFilter("\"OptimizedPath\" IS NOT NULL");
        builder.HasIndex(a => new { a.CompanyId, a.MaskPath }).HasFilter("\"MaskPath\" IS NOT NULL");
        builder.Property(a => a.SubType).HasDefaultValue("");
        builder.HasMany(a => a.Projects).WithOne().HasForeignKey(p => p.AssetId).OnDelete(DeleteBehavior.Cascade);
    }
}
