using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>One scheduled job per name and company.</summary>
internal sealed class TriggerConfiguration : IEntityTypeConfiguration<TriggerEntity>
{
    public void Configure(EntityTypeBuilder<TriggerEntity> builder)
    {
        builder.HasKey(t => t.TriggerId);
        builder.HasIndex(t => new { t.CompanyId, t.OriginalName }).IsUnique();
    }
}
