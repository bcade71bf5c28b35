using System.Globalization;
using IpsJobs.Core.Constants;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>What a client sees that polls a running job.</summary>
public sealed class ActiveJobTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero));
    private readonly ControlledServer server;

    public ActiveJobTests() => server = new ControlledServer(Directory.CreateTempSubdirectory("ipsjobs-active-")) { Time = time };

    public Task InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task LastProgressUpdate_MovesOn_WhenARunningJobHasNothingNewToReport()
    {
        var tenant = await server.AddTenantAsync();
        server.Brake.Hold("Long", LogTypes.TotalFileCount);
        await tenant.SubmitAsync("Long", Tenant.Incremental);
        var before = Tenant.Time(await WaitForWorkAsync(tenant, "Long"), "lastProgressUpdate");

        for (var seconds = 10; seconds <= 30; seconds += 10)
        {
            time.Advance(TimeSpan.FromSeconds(10));
            var job = (await tenant.FindActiveAsync("Long"))!;
            Tenant.Time(job, "lastProgressUpdate").Should().BeAfter(before.AddSeconds(seconds - 10));
            Tenant.Time(job, "startDate").Should().Be(before);
        }
    }

    [Fact]
    public async Task TaskProgress_ShowsTheItemsInWork_WhenAnUploadRuns()
    {
        var tenant = await server.AddTenantAsync();
        server.Brake.Hold("Upload", LogTypes.UploadSuccess);
        await tenant.SubmitAsync("Upload", tenant.Upload("Upload", 5));

        var job = await Tenant.EventuallyAsync(async () => await BusyAsync(tenant));

        var files = Tenant.Find(job, "taskProgressArray")!.Elements().First();
        Tenant.Value(files, "taskType").Should().Be(TaskTypes.Upload);
        Tenant.Value(files, "taskState").Should().Be(TaskStates.Processing);
        Tenant.Value(files, "numProcessed").Should().Be("0");
        Tenant.Value(files, "numPending").Should().Be("3");
        Tenant.Find(files, "taskItemProgressArray")!.Elements().Select(i => Tenant.Value(i, "itemName")).Should().OnlyContain(
            name => name.StartsWith("Company" + tenant.CompanyId + "/Pictures/Upload-", StringComparison.Ordinal));
        Tenant.Value(job, "progress").Should().Be("0");
        Tenant.Value(job, "progressMessage").Should().NotBeEmpty();
        Tenant.Value(job, "serverName").Should().Be(Environment.MachineName);
        Tenant.Find(job, "uploadUrlsJob").Should().NotBeNull();
    }

    [Fact]
    public async Task TriggerTime_IsTheSubmitTime_WhenTheJobRunsAtOnce()
    {
        var tenant = await server.AddTenantAsync();
        server.Brake.Hold("Now", LogTypes.TotalFileCount);
        await tenant.SubmitAsync("Now", Tenant.Incremental);

        var job = await WaitForWorkAsync(tenant, "Now");

        Tenant.Time(job, "triggerTime").Should().Be(time.GetUtcNow());
        Tenant.Value(job, "startDate").Should().Be("2026-05-04T12:00:00.000+02:00", "dates are in the zone of the server");
        Tenant.Find(job, "taskProgressArray")!.Elements().Should().BeEmpty("a publish has no task monitors");
        Tenant.Value(job, "progressMessage").Should().Be("Starting to generate manifest files.");
    }

    /// <summary>A job is Running a moment before its handler begins; the first phase tells that it has.</summary>
    private static Task<System.Xml.Linq.XElement> WaitForWorkAsync(Tenant tenant, string name) => Tenant.EventuallyAsync(
        async () => await tenant.FindActiveAsync(name) is { } job && Tenant.Value(job, "progressMessage").Length > 0
            && Tenant.Value(job, "state") == "Running" ? job : null);

    private static async Task<System.Xml.Linq.XElement?> BusyAsync(Tenant tenant)
    {
        var job = await tenant.FindActiveAsync("Upload");
        var task = job is null ? null : Tenant.Find(job, "taskProgressArray")!.Elements().FirstOrDefault();
        return task is not null && int.Parse(Tenant.Value(task, "numProcessing"), CultureInfo.InvariantCulture) == 2 ? job : null;
    }
}
