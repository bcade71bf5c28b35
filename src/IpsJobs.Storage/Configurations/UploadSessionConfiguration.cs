using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>Sessions share the key of their instance and go with it.</summary>
internal sealed class UploadSessionConfiguration : IEntityTypeConfiguration<UploadSessionEntity>
{
    public void Configure(EntityTypeBuilder<UploadSessionEntity> builder)
    {
        builder.HasKey(s => s.InstanceId);
        builder.Property(s => s.InstanceId).ValueGeneratedNever();
        builder.HasOne<InstanceEntity>().WithOne().HasForeignKey<UploadSessionEntity>(s => s.InstanceId).OnDelete(DeleteBehavior.Cascade);
    }
}
