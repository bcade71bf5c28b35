using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>Blocks have no foreign keys: triggers and instances come and go on their own.</summary>
internal sealed class JobBlockConfiguration : IEntityTypeConfiguration<JobBlockEntity>
{
    public void Configure(EntityTypeBuilder<JobBlockEntity> builder)
    {
        builder.HasKey(b => b.BlockId);
    }
}
