using IpsJobs.Core.Exports;

namespace IpsJobs.Testing.Fakes;

/// <summary>Export archives in memory.</summary>
public sealed class FakeExportStore : IExportStore
{
    public List<ExportArchive> Archives { get; } = [];

    public Task<ExportArchive?> FindAsync(string token, CancellationToken cancellationToken) =>
        Task.FromResult(Archives.Find(a => a.Token == token));

    public Task<ExportArchive?> FindOfAsync(long instanceId, CancellationToken cancellationToken) =>
        Task.FromResult(Archives.Find(a => a.InstanceId == instanceId));

    public Task<IReadOnlyList<ExportArchive>> ListExpiredAsync(DateTimeOffset utcNow, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ExportArchive>>([.. Archives.Where(a => a.ExpiresUtc <= utcNow)]);

    public Task RemoveAsync(string token, CancellationToken cancellationToken)
    {
        Archives.RemoveAll(a => a.Token == token);
        return Task.CompletedTask;
    }
}
