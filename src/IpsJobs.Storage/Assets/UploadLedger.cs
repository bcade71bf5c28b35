using IpsJobs.Core.Assets;
using IpsJobs.Storage.Sqlite;

namespace IpsJobs.Storage.Assets;

/// <summary>Reads the ledger of directory uploads.</summary>
internal sealed class UploadLedger(ReadSessions reads) : IUploadLedger
{
    private const string Below =
        """
        SELECT "Path", "Size", "ModifiedUtc", "Sha256" FROM "UploadLedger"
        WHERE "CompanyId" = ?1 AND "Path" >= ?2 AND "Path" < ?3
        """;

    // Sorts after every path that begins with a given text.
    private const string Last = "\U0010FFFF";

    public Task<IReadOnlyDictionary<string, LedgerEntry>> ListAsync(int companyId, string directory, CancellationToken cancellationToken)
    {
        var rows = reads.Read(s => s.List(
            Below,
            r => new LedgerEntry(companyId, r.GetString(0), r.GetInt64(1), r.Instant(2), (byte[])r.GetValue(3)),
            companyId, directory, directory + Last));
        return Task.FromResult<IReadOnlyDictionary<string, LedgerEntry>>(rows.ToDictionary(e => e.Path, StringComparer.Ordinal));
    }
}
