using IpsJobs.Core.Outbox;

namespace IpsJobs.Storage.Entities;

/// <summary>How far the administrators of a company have been warned.</summary>
internal sealed class WarningEntity
{
    public int CompanyId { get; set; }

    public WarningKind Kind { get; set; }

    public DateTimeOffset ReachUtc { get; set; }
}
