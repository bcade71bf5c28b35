using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>Found by token, by instance and by expiry.</summary>
internal sealed class ExportConfiguration : IEntityTypeConfiguration<ExportEntity>
{
    public void Configure(EntityTypeBuilder<ExportEntity> builder)
    {
        builder.HasKey(e => e.Token);
        builder.HasIndex(e => e.InstanceId);
        builder.HasIndex(e => e.ExpiresUtc);
    }
}
