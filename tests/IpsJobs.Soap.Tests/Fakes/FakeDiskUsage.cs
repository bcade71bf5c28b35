using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Tests.Fakes;

/// <summary>Every company has two images of a megabyte and a byte together.</summary>
internal sealed class FakeDiskUsage : IDiskUsage
{
    public Task<DiskUsage> MeasureAsync(int companyId, CancellationToken cancellationToken) =>
        Task.FromResult(new DiskUsage(Images: 2, (1024 * 1024) + 1, Samples.Noon));
}
