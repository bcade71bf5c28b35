using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Submission;
using IpsJobs.Storage.Files;
using IpsJobs.Storage.Sqlite;
using IpsJobs.Storage.Writing;

namespace IpsJobs.Storage.Uploads;

/// <summary>Upload sessions on the group-committing writer.</summary>
internal sealed class UploadSessionStore(CommitWriter writer, ReadSessions reads, DiskFlush flush, DataFolder data) : IUploadSessionStore
{
    public Task<UploadSession?> FindAsync(long instanceId, CancellationToken cancellationToken) =>
        Task.FromResult(reads.Read(s => UploadSql.Find(s, instanceId)));

    public Task<UploadSession?> FindOpenAsync(
        int companyId, string jobName, int userId, string clientAddress, CancellationToken cancellationToken) =>
        Task.FromResult(reads.Read(s => UploadSql.FindOpen(s, companyId, jobName, userId, clientAddress)));

    public Task<IReadOnlyList<UploadSession>> ListLiveAsync(CancellationToken cancellationToken) =>
        Task.FromResult(reads.Read(UploadSql.ListLive));

    public async Task<JobInstance> DeliverAsync(UploadDelivery delivery, CancellationToken cancellationToken)
    {
        // Before the rows: what is answered for must outlive a power cut, and a row must not name bytes that do not.
        var files = delivery.Files.Select(f => Path.Combine(data.Staging, f.StagedPath)).ToList();
        if (files.Count > 0)
            await Task.Run(() => flush.FlushNames(data.Root, files), cancellationToken).ConfigureAwait(false);
        return await writer.RunAsync(s => UploadWrites.Deliver(s, delivery), cancellationToken).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<StagedUpload>> ListPendingAsync(long instanceId, CancellationToken cancellationToken) =>
        Task.FromResult(reads.Read(s => UploadSql.ListPending(s, instanceId)));

    public Task<UploadNext> NextAsync(long instanceId, CancellationToken cancellationToken) =>
        writer.RunAsync(s => UploadWrites.Next(s, instanceId), cancellationToken);

    public Task<bool> TimeOutAsync(long instanceId, DateTimeOffset silentSinceUtc, CancellationToken cancellationToken) =>
        writer.RunAsync(s => UploadWrites.TimeOut(s, instanceId, silentSinceUtc), cancellationToken);

    public Task<IReadOnlySet<string>> ListStagedFoldersAsync(CancellationToken cancellationToken) =>
        Task.FromResult(reads.Read(UploadSql.ListFolders));
}
