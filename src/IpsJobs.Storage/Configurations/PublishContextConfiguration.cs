using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>Name and type together are unique in a company.</summary>
internal sealed class PublishContextConfiguration : IEntityTypeConfiguration<PublishContextEntity>
{
    public void Configure(EntityTypeBuilder<PublishContextEntity> builder)
    {
        builder.HasKey(c => c.ContextId);
        builder.HasIndex(c => new { c.CompanyId, c.Name, c.Type }).IsUnique();
        builder.HasOne<CompanyEntity>().WithMany().HasForeignKey(c => c.CompanyId).OnDelete(DeleteBehavior.Restrict);
    }
}
