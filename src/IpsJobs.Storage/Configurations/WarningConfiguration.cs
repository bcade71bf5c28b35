using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>One row per company and kind of warning.</summary>
internal sealed class WarningConfiguration : IEntityTypeConfiguration<WarningEntity>
{
    public void Configure(EntityTypeBuilder<WarningEntity> builder) => builder.HasKey(w => new { w.CompanyId, w.Kind });
}
