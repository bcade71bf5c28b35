using System.Globalization;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Submission;

namespace IpsJobs.Testing.Jobs;

/// <summary>Upload sessions in memory, beside a list of instances that other fakes know too.</summary>
public sealed class FakeUploadSessionStore(List<JobInstance> instances, ServerClock clock) : IUploadSessionStore
{
    private readonly Dictionary<long, Entry> entries = [];

    /// <summary>What was delivered, in order.</summary>
    public List<UploadDelivery> Deliveries { get; } = [];

    /// <summary>Thrown by the next delivery in its place.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Item keys that have a row.</summary>
    public Func<long, IReadOnlySet<string>> Done { get; set; } = _ => new HashSet<string>();

    public Task<UploadSession?> FindAsync(long instanceId, CancellationToken cancellationToken) =>
        Task.FromResult(entries.ContainsKey(instanceId) ? Session(instanceId) : null);

    public Task<UploadSession?> FindOpenAsync(
        int companyId, string jobName, int userId, string clientAddress, CancellationToken cancellationToken) =>
        Task.FromResult(entries.Keys.Select(Session).LastOrDefault(s => s.Accepts
            && s.Instance.Definition is { } d
            && (d.CompanyId, d.OriginalName, d.SubmitUserId, s.ClientAddress) == (companyId, jobName, userId, clientAddress)));

    public Task<IReadOnlyList<UploadSession>> ListLiveAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<UploadSession>>(
            [.. entries.Keys.Order().Select(Session).Where(s => s.Instance.State != InstanceState.Done)]);

    public Task<JobInstance> DeliverAsync(UploadDelivery delivery, CancellationToken cancellationToken)
    {
        if (Failure is { } failure)
            throw failure;
        Deliveries.Add(delivery);
        var id = delivery.InstanceId ?? Open(delivery);
        var entry = entries[id];
        foreach (var file in delivery.Files)
            entry.Files.Add(file with { ItemKey = (entry.Files.Count + 1).ToString(CultureInfo.InvariantCulture) });
        entry.State = delivery.EndJob ? UploadSessionState.Ended : UploadSessionState.Open;
        entry.LastRequestUtc = clock.UtcNow;
        return Task.FromResult(Instance(id));
    }

    public Task<IReadOnlyList<StagedUpload>> ListPendingAsync(long instanceId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StagedUpload>>(Pending(instanceId));

    public Task<UploadNext> NextAsync(long instanceId, CancellationToken cancellationToken)
    {
        var instance = Instance(instanceId);
        if (instance.StoppedBy is not null)
            return Task.FromResult(UploadNext.Stop);
        if (Pending(instanceId).Count > 0)
            return Task.FromResult(UploadNext.Files);
        if (entries[instanceId].State != UploadSessionState.Open)
            return Task.FromResult(UploadNext.End);
        instances[instances.IndexOf(instance)] = instance with { State = InstanceState.WaitingClient };
        return Task.FromResult(UploadNext.Wait);
    }

    public Task<bool> TimeOutAsync(long instanceId, DateTimeOffset silentSinceUtc, CancellationToken cancellationToken)
    {
        var entry = entries[instanceId];
        var closes = entry.State == UploadSessionState.Open && entry.LastRequestUtc <= silentSinceUtc;
        if (closes)
            entry.State = UploadSessionState.TimedOut;
        return Task.FromResult(closes);
    }

    public Task<IReadOnlySet<string>> ListStagedFoldersAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<string>>(entries
            .Where(e => Instance(e.Key).State != InstanceState.Done)
            .SelectMany(e => e.Value.Files)
            .Select(f => f.StagedPath.Split('/')[0])
            .ToHashSet());

    private long Open(UploadDelivery delivery)
    {
        var id = instances.Count == 0 ? 1 : instances.Max(i => i.InstanceId) + 1;
        instances.Add(new JobInstance
        {
            InstanceId = id,
            Definition = delivery.Opening!.Definition,
            InstanceName = delivery.Opening.Definition.OriginalName,
            State = InstanceState.New,
            CreatedUtc = clock.UtcNow,
            TriggerTimeUtc = delivery.Opening.TriggerTimeUtc,
        });
        entries.Add(id, new Entry { ClientAddress = delivery.ClientAddress });
        return id;
    }

    private List<StagedUpload> Pending(long instanceId) =>
        entries[instanceId].Files.FindAll(f => !Done(instanceId).Contains(f.ItemKey));

    private JobInstance Instance(long instanceId) => instances.Find(i => i.InstanceId == instanceId)!;

    private UploadSession Session(long instanceId)
    {
        var entry = entries[instanceId];
        var hasWork = entry.State != UploadSessionState.Open || Pending(instanceId).Count > 0;
        return new UploadSession(Instance(instanceId), entry.ClientAddress, entry.State, entry.LastRequestUtc, hasWork);
    }

    private sealed class Entry
    {
        public required string ClientAddress { get; init; }

        public UploadSessionState State { get; set; }

        public DateTimeOffset LastRequestUtc { get; set; }

        public List<StagedUpload> Files { get; } = [];
    }
}
