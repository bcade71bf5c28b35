using IpsJobs.Core.Constants;

namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>What runs beside what, and what a client sees of the ones that wait.</summary>
public sealed class LaneTests(ControlledServer server) : IClassFixture<ControlledServer>, IDisposable
{
    private const string Metadata =
        "<metadataPublishJob><forcePublish>true</forcePublish></metadataPublishJob>";

    public void Dispose() => server.Brake.ReleaseAll();

    [Fact]
    public async Task Publishes_RunOneAfterTheOther_WhenTheyAreOfOneCompany()
    {
        var tenant = await server.AddTenantAsync();
        server.Brake.Hold("First", LogTypes.TotalFileCount);
        await tenant.SubmitAsync("First", Tenant.Incremental);
        await tenant.SubmitAsync("Second", Tenant.Incremental);
        await tenant.WaitForAsync("First", "Running");

        var second = await tenant.WaitForAsync("Second", "WaitingCoordinator");

        Tenant.Value(second, "progressMessage").Should().Be("Waiting for other jobs");
        Tenant.Value(second, "serverName").Should().BeEmpty();
        Tenant.Value(second, "progress").Should().Be("0");
        server.Brake.ReleaseAll();
        var firstEnd = Tenant.Time((await tenant.WaitForEndAsync("First"))[0], "endDate");
        var secondStart = Tenant.Time((await tenant.WaitForEndAsync("Second"))[0], "startDate");
        secondStart.Should().BeOnOrAfter(firstEnd);
    }

    [Fact]
    public async Task Publishes_RunAtOnce_WhenTheyAreOfTwoCompanies()
    {
        var (one, other) = (await server.AddTenantAsync(), await server.AddTenantAsync());
        server.Brake.Hold("Side by side", LogTypes.TotalFileCount);

        await one.SubmitAsync("Side by side", Tenant.Incremental);
        await other.SubmitAsync("Side by side", Tenant.Incremental);

        await one.WaitForAsync("Side by side", "Running");
        await other.WaitForAsync("Side by side", "Running");
        Tenant.Value((await one.FindActiveAsync("Side by side"))!, "state").Should().Be("Running");
    }

    [Fact]
    public async Task UploadAndPublish_RunAtOnce_WhenTheyAreOfOneCompany()
    {
        var tenant = await server.AddTenantAsync();
        server.Brake.Hold("Upload", LogTypes.TotalFileCount);
        server.Brake.Hold("Publish", LogTypes.TotalFileCount);

        await tenant.SubmitAsync("Upload", tenant.Upload("Upload", 1));
        await tenant.SubmitAsync("Publish", Tenant.Incremental);

        await tenant.WaitForAsync("Upload", "Running");
        await tenant.WaitForAsync("Publish", "Running");
    }

    [Fact]
    public async Task Uploads_RunOneAfterTheOther_WhenTheyAreOfOneCompany()
    {
        var tenant = await server.AddTenantAsync();
        foreach (var name in new[] { "One", "Two", "Three" })
            server.Brake.Hold(name, LogTypes.TotalFileCount);
        foreach (var name in new[] { "One", "Two", "Three" })
            await tenant.SubmitAsync(name, tenant.Upload(name, 1));

        foreach (var (running, waiting) in new[] { ("One", "Two"), ("Two", "Three") })
        {
            await tenant.WaitForAsync(running, "Running");
            await tenant.WaitForAsync(waiting, "WaitingCoordinator");
            await tenant.WaitForAsync("Three", "WaitingCoordinator");
            server.Brake.Release(running, LogTypes.TotalFileCount);
            await tenant.WaitForEndAsync(running);
        }

        await tenant.WaitForAsync("Three", "Running");
        server.Brake.ReleaseAll();
        await tenant.WaitForEndAsync("Three");
    }

    [Fact]
    public async Task Exports_RunTwoAtOnce_WhenTheyAreOfOneCompany()
    {
        var tenant = await server.AddTenantAsync();
        await tenant.SubmitAsync("Assets", tenant.Upload("Assets", 1));
        var asset = Tenant.Rows((await tenant.WaitForEndAsync("Assets"))[0]).Select(r => Tenant.Value(r, "assetHandle")).First(h => h.Length > 0);
        foreach (var name in new[] { "One", "Two", "Three" })
            server.Brake.Hold(name, LogTypes.TotalFileCount);
        foreach (var name in new[] { "One", "Two", "Three" })
            await tenant.SubmitAsync(name, Export(asset));

        await tenant.WaitForAsync("One", "Running");
        await tenant.WaitForAsync("Two", "Running");
        await tenant.WaitForAsync("Three", "WaitingCoordinator");
        server.Brake.Release("Two", LogTypes.TotalFileCount);

        await tenant.WaitForEndAsync("Two");
        await tenant.WaitForAsync("Three", "Running");
        Tenant.Value((await tenant.FindActiveAsync("One"))!, "state").Should().Be("Running");
        server.Brake.ReleaseAll();
        await tenant.WaitForEndAsync("Three");
    }

    [Fact]
    public async Task MetadataPublish_RunsBesideOtherPublishesButNotBesideItself_WhenTheyAreOfOneCompany()
    {
        var tenant = await server.AddTenantAsync();
        foreach (var name in new[] { "Images", "Metadata", "More" })
            server.Brake.Hold(name, LogTypes.TotalFileCount);
        await tenant.SubmitAsync("Images", Tenant.Incremental);
        await tenant.SubmitAsync("Metadata", Metadata);
        await tenant.SubmitAsync("More", Metadata);

        await tenant.WaitForAsync("Images", "Running");
        await tenant.WaitForAsync("Metadata", "Running");
        await tenant.WaitForAsync("More", "WaitingCoordinator");
        server.Brake.ReleaseAll();
        await tenant.WaitForEndAsync("More");
    }

    [Fact]
    public async Task SubmitJob_IsRefusedAndNothingStored_WhenTheLaneHoldsAsManyAsAreAllowed()
    {
        await using var bounded = new ControlledServer { Settings = { ["Jobs:MaxWaitingPerLane"] = "2" } };
        await bounded.InitializeAsync();
        var tenant = await bounded.AddTenantAsync();
        bounded.Brake.Hold("Running", LogTypes.TotalFileCount);
        await tenant.SubmitAsync("Running", Tenant.Incremental);
        await tenant.WaitForAsync("Running", "Running");

        // At once, because a bound that only holds for one caller at a time is none.
        var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(
            i => tenant.CallAsync("submitJob", $"<jobName>Waiting {i}</jobName>{Tenant.Incremental}")));
        var other = await tenant.CallAsync("submitJob", $"<jobName>Upload</jobName>{tenant.Upload("Upload", 1)}");

        answers.Count(a => a.Code == 0).Should().Be(2);
        answers.Where(a => a.Code != 0).Should().OnlyContain(a => a.Code == 30000 && a.Reason.Contains('2'));
        other.Code.Should().Be(0, "another lane has places");
        bounded.Brake.ReleaseAll();
        await tenant.WaitForEndAsync("Running");
        await tenant.WaitForEndAsync("Upload");
        var logs = (await tenant.CallAsync("getJobLogs", "")).Body.Elements().Single().Elements();
        logs.Count(log => Tenant.Value(log, "originalJobName").StartsWith("Waiting", StringComparison.Ordinal)).Should().BeLessThanOrEqualTo(2);
        (await tenant.CallAsync("submitJob", $"<jobName>Later</jobName>{Tenant.Incremental}")).Code.Should().Be(0);
    }

    [Fact]
    public async Task Stop_EndsTheWaitingOneWithoutWork_WhenItsLaneIsHeld()
    {
        var tenant = await server.AddTenantAsync();
        server.Brake.Hold("First", LogTypes.TotalFileCount);
        await tenant.SubmitAsync("First", Tenant.Incremental);
        await tenant.WaitForAsync("First", "Running");
        await tenant.SubmitAsync("Second", Tenant.Incremental);

        await tenant.ControlAsync("stopJob", tenant.Scheduled("Second"));

        var log = (await tenant.WaitForEndAsync("Second"))[0];
        Tenant.RowTypes(log).Should().Equal(
            LogTypes.BeginImageServingPublish, LogTypes.OriginalJobName, LogTypes.JobClient, LogTypes.JobType, LogTypes.EndImageServingPublish);
        Tenant.Value((await tenant.FindActiveAsync("First"))!, "state").Should().Be("Running");
    }

    [Fact]
    public async Task Publish_WaitsForTheStoppedOne_WhenAClientStopsAndSubmitsAgain()
    {
        var tenant = await server.AddTenantAsync();
        server.Brake.Hold("Old", LogTypes.TotalFileCount);
        await tenant.SubmitAsync("Old", Tenant.Full);
        await tenant.WaitForAsync("Old", "Running");

        await tenant.ControlAsync("stopJob", tenant.Scheduled("Old"));
        await tenant.SubmitAsync("New", Tenant.Full);

        await tenant.WaitForAsync("New", "WaitingCoordinator");
        server.Brake.ReleaseAll();
        Tenant.Value((await tenant.WaitForEndAsync("New"))[0], "fatalError").Should().Be("false");
    }

    private static string Export(string asset) =>
        $"<exportJob><assetHandleArray><items>{asset}</items></assetHandleArray><fmt>orig</fmt><emailSetting>None</emailSetting></exportJob>";
}
