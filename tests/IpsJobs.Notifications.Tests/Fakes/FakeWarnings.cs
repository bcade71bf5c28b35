using IpsJobs.Core.Outbox;

namespace IpsJobs.Notifications.Tests.Fakes;

/// <summary>Warnings in memory.</summary>
internal sealed class FakeWarnings : IWarnings
{
    private readonly Dictionary<(int CompanyId, WarningKind Kind), DateTimeOffset> reaches = [];

    public List<NewWarning> Sent { get; } = [];

    public Task<DateTimeOffset?> FindReachAsync(int companyId, WarningKind kind, CancellationToken cancellationToken) =>
        Task.FromResult(reaches.TryGetValue((companyId, kind), out var reach) ? reach : (DateTimeOffset?)null);

    public Task<bool> WarnAsync(NewWarning warning, CancellationToken cancellationToken)
    {
        var key = (warning.Notice.CompanyId, warning.Kind);
        if (reaches.TryGetValue(key, out var reach) && reach >= warning.ReachUtc)
            return Task.FromResult(false);
        reaches[key] = warning.ReachUtc;
        Sent.Add(warning);
        return Task.FromResult(true);
    }

    public Task ForgetAsync(int companyId, WarningKind kind, CancellationToken cancellationToken)
    {
        reaches.Remove((companyId, kind));
        return Task.CompletedTask;
    }
}
