using IpsJobs.Core.Accounts;
using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>Names, roots and ids of companies are unique; an id is never given twice.</summary>
internal sealed class CompanyConfiguration : IEntityTypeConfiguration<CompanyEntity>
{
    public void Configure(EntityTypeBuilder<CompanyEntity> builder)
    {
        builder.HasKey(c => c.CompanyId);
        builder.HasIndex(c => c.Name).IsUnique();
        builder.HasIndex(c => c.RootKey).IsUnique();
        builder.HasIndex(c => c.ImsOrgId).IsUnique();
        builder.Property(c => c.DiskSpaceWarningMin).HasDefaultValue(Company.DefaultDiskSpaceWarningMin);
    }
}
