using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>Servers are kept for good, so that their history keeps a name.</summary>
internal sealed class PublishServerConfiguration : IEntityTypeConfiguration<PublishServerEntity>
{
    public void Configure(EntityTypeBuilder<PublishServerEntity> builder)
    {
        builder.HasKey(s => s.ServerId);
        builder.HasOne<PublishContextEntity>().WithMany().HasForeignKey(s => s.ContextId).OnDelete(DeleteBehavior.Restrict);
    }
}
