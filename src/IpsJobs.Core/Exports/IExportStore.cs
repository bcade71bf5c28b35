namespace IpsJobs.Core.Exports;

/// <summary>Finds export archives; they are added with <see cref="Jobs.ItemCommit"/>.</summary>
public interface IExportStore
{
    /// <summary>Null when no such token was given out or its archive has been removed; expired ones are found.</summary>
    Task<ExportArchive?> FindAsync(string token, CancellationToken cancellationToken);

    /// <summary>Null when the instance has made no archive.</summary>
    Task<ExportArchive?> FindOfAsync(long instanceId, CancellationToken cancellationToken);

    Task<IReadOnlyList<ExportArchive>> ListExpiredAsync(DateTimeOffset utcNow, CancellationToken cancellationToken);

    /// <summary>Forgets the archive; the file is the caller's to remove, before this.</summary>
    Task RemoveAsync(string token, CancellationToken cancellationToken);
}
