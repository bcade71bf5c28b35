namespace IpsJobs.Core.Assets;

/// <summary>Measures what companies store.</summary>
public interface IDiskUsage
{
    Task<DiskUsage> MeasureAsync(int companyId, CancellationToken cancellationToken);
}
