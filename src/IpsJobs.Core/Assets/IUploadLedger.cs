namespace IpsJobs.Core.Assets;

/// <summary>Reads what directory uploads have taken; entries are written with <see cref="Jobs.ItemCommit"/>.</summary>
public interface IUploadLedger
{
    /// <summary>Everything taken from one directory, subdirectories included, by path.</summary>
    /// <param name="companyId">The company.</param>
    /// <param name="directory">Below the incoming directory with a trailing slash; empty for all of it.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<IReadOnlyDictionary<string, LedgerEntry>> ListAsync(int companyId, string directory, CancellationToken cancellationToken);
}
