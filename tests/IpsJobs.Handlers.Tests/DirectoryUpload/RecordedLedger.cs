using IpsJobs.Core.Assets;
using IpsJobs.Testing.Jobs;

namespace IpsJobs.Handlers.Tests.DirectoryUpload;

/// <summary>The ledger as the committed items have written it.</summary>
public sealed class RecordedLedger(FakeJobStore jobs) : IUploadLedger
{
    public Task<IReadOnlyDictionary<string, LedgerEntry>> ListAsync(int companyId, string directory, CancellationToken cancellationToken)
    {
        var entries = new Dictionary<string, LedgerEntry>(StringComparer.Ordinal);
        foreach (var item in jobs.Items)
        {
            if (item.Taken is { } taken && taken.CompanyId == companyId && taken.Path.StartsWith(directory, StringComparison.Ordinal))
                entries[taken.Path] = taken;
        }
        return Task.FromResult<IReadOnlyDictionary<string, LedgerEntry>>(entries);
    }
}
