using System.Diagnostics;
using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Queries;
using IpsJobs.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Storage.Tests.Sqlite;

/// <summary>Listings use the indexes made for them; a partial index that a query does not fit is silently ignored by SQLite.</summary>
public sealed class QueryPlanTests : StoreTest, IDisposable
{
    private PlanRecorder? recorder;
    private IDisposable? subscription;

    protected override IReadOnlyDictionary<string, string?> Settings => SqliteSettings.Values;

    // EF remembers for a second whether anybody listens, so the recorder listens before the store is first used.
    public override async Task InitializeAsync()
    {
        recorder = new PlanRecorder(Path.Combine(Folder, "ips.db"));
        subscription = DiagnosticListener.AllListeners.Subscribe(recorder);
        await base.InitializeAsync();
    }

    public void Dispose()
    {
        subscription?.Dispose();
        recorder?.Dispose();
    }

    [Fact]
    public void ListActive_UsesTheLiveIndex_WhenACompanyAsks()
    {
        var (sql, values) = ActiveSql.Compose(new ActiveJobFilter([47]));

        var plan = Services.GetRequiredService<ReadSessions>()
            .Read(s => s.List("EXPLAIN QUERY PLAN " + sql, static r => r.GetString(3), values));

        plan.Should().Contain(step => step.Contains("IX_Instances_Live (CompanyId=?)"));
    }

    [Fact]
    public async Task ListLogs_ReadsInIndexOrder_WhenACompanyAsks() =>
        (await PlansAsync(() => Queries.ListLogsAsync(new JobLogFilter([47]), None)))
            .Should().Contain(p => p.Contains("IX_Instances_Started")).And.NotContain(p => p.Contains("TEMP B-TREE"));

    [Fact]
    public async Task ListAssetLogs_UsesTheAssetIndex_WhenAnAssetIsAskedFor() =>
        (await PlansAsync(() => Queries.ListAssetLogsAsync(47, 1, 10, None)))
            .Should().Contain(p => p.Contains("IX_LogRows_AssetId"));

    private async Task<IReadOnlyCollection<string>> PlansAsync(Func<Task> query)
    {
        recorder!.IsRecording = true;
        await query();
        return recorder.Plans;
    }
}
