using IpsJobs.Core.Constants;

namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>What runs beside what, and what a client sees of the ones that wait.</summary>
public sealed class LaneTests(ControlledServer server) : IClassFixture<ControlledServer>, IDisposable
{
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
}
