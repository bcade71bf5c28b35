using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>Listed by company and type.</summary>
internal sealed class PropertySetConfiguration : IEntityTypeConfiguration<PropertySetEntity>
{
    public void Configure(EntityTypeBuilder<PropertySetEntity> builder)
    {
        builder.HasKey(p => p.PropertySetId);
        builder.HasIndex(p => new { p.CompanyId, p.TypeName });
    }
}
