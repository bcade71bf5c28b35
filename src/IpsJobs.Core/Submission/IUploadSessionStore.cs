using IpsJobs.Core.Jobs;

namespace IpsJobs.Core.Submission;

/// <summary>Stores upload sessions beside the jobs they are. Every change is durable when its call returns.</summary>
public interface IUploadSessionStore
{
    /// <summary>Null for an instance that is no upload session.</summary>
    Task<UploadSession?> FindAsync(long instanceId, CancellationToken cancellationToken);

    /// <summary>The session of that name, user and address that takes more requests; null when there is none.</summary>
    Task<UploadSession?> FindOpenAsync(
        int companyId, string jobName, int userId, string clientAddress, CancellationToken cancellationToken);

    /// <summary>Sessions whose jobs have not ended, by id.</summary>
    Task<IReadOnlyList<UploadSession>> ListLiveAsync(CancellationToken cancellationToken);

    /// <summary>Makes the files of a request durable, and records them and the request in one commit.</summary>
    /// <remarks>A job it opens is called by its original name alone, also when others of that name exist.</remarks>
    /// <returns>The job of the session.</returns>
    /// <exception cref="StateConflictException">The session takes no more requests.</exception>
    Task<JobInstance> DeliverAsync(UploadDelivery delivery, CancellationToken cancellationToken);

    /// <summary>Files of a session that have no row yet, in the order they came.</summary>
    Task<IReadOnlyList<StagedUpload>> ListPendingAsync(long instanceId, CancellationToken cancellationToken);

    /// <summary>Decides what a running session does next; one with nothing to do is moved to WaitingClient by the same commit.</summary>
    /// <remarks>A request that was recorded before is always seen; one recorded later finds the session waiting.</remarks>
    /// <exception cref="StateConflictException">The instance has ended.</exception>
    Task<UploadNext> NextAsync(long instanceId, CancellationToken cancellationToken);

    /// <summary>Closes an open session whose last request ended at or before <paramref name="silentSinceUtc"/>.</summary>
    /// <returns>False when it is not open or a request came meanwhile.</returns>
    Task<bool> TimeOutAsync(long instanceId, DateTimeOffset silentSinceUtc, CancellationToken cancellationToken);

    /// <summary>First segments of the staged paths of sessions whose jobs have not ended.</summary>
    Task<IReadOnlySet<string>> ListStagedFoldersAsync(CancellationToken cancellationToken);
}
