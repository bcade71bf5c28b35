using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>By trigger.</summary>
internal sealed class TriggerHistoryConfiguration : IEntityTypeConfiguration<TriggerHistoryEntity>
{
    public void Configure(EntityTypeBuilder<TriggerHistoryEntity> builder)
    {
        builder.HasKey(h => h.HistoryId);
        builder.HasIndex(h => h.TriggerId);
    }
}
