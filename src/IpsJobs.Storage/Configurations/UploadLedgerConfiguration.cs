using IpsJobs.Storage.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IpsJobs.Storage.Configurations;

/// <summary>One row per path; a changed file replaces it.</summary>
internal sealed class UploadLedgerConfiguration : IEntityTypeConfiguration<UploadLedgerEntity>
{
    public void Configure(EntityTypeBuilder<UploadLedgerEntity> builder)
    {
        builder.HasKey(l => new { l.CompanyId, l.Path });
    }
}
