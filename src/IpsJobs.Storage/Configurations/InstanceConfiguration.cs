using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>One index per question that is asked of instances; live ones are few, so theirs are partial.</summary>
internal sealed class InstanceConfiguration : IEntityTypeConfiguration<InstanceEntity>
{
    public void Configure(EntityTypeBuilder<InstanceEntity> builder)
    {
        builder.HasKey(i => i.InstanceId);
        builder.HasIndex(i => new { i.CompanyId, i.InstanceName, i.NameNumber }).IsUnique();
        builder.HasIndex(i => new { i.CompanyId, i.OriginalName });
        builder.HasIndex(i => new { i.CompanyId, i.StartUtc }, "IX_Instances_Started").HasFilter("\"StartUtc\" IS NOT NULL");
        // Written as State < 6: SQLite does not use the index for a list of states.
        builder.HasIndex(i => new { i.CompanyId, i.StartUtc }, "IX_Instances_Live").HasFilter("\"State\" < 6");
        builder.HasIndex(i => i.LaneKey, "IX_Instances_Lane").HasFilter("\"State\" < 6");
        builder.HasIndex(i => new { i.TriggerId, i.State }).HasFilter("\"TriggerId\" IS NOT NULL");
    }
}
