using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>One row per position; an asset may be a member more than once.</summary>
internal sealed class SetMemberConfiguration : IEntityTypeConfiguration<SetMemberEntity>
{
    public void Configure(EntityTypeBuilder<SetMemberEntity> builder)
    {
        builder.HasKey(m => new { m.SetId, m.Position });
        builder.HasIndex(m => m.AssetId);
        builder.HasOne<AssetEntity>().WithMany().HasForeignKey(m => m.SetId).OnDelete(DeleteBehavior.Cascade);
    }
}
