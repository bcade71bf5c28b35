using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>One row per path.</summary>
internal sealed class FolderConfiguration : IEntityTypeConfiguration<FolderEntity>
{
    public void Configure(EntityTypeBuilder<FolderEntity> builder)
    {
        builder.HasKey(f => f.FolderId);
        builder.HasIndex(f => new { f.CompanyId, f.Path }).IsUnique();
    }
}
