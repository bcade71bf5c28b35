using IpsJobs.Core.Constants;
using IpsJobs.Testing.Fakes;
using MimeKit;

namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>What happens as the disk of the data folder runs full.</summary>
public sealed class DiskSpaceTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Wanted = "<diskSpaceWarningMin>50000</diskSpaceWarningMin>";
    private readonly FakeDiskSpace disk = new();
    private readonly ControlledServer server;

    public DiskSpaceTests() => server = new ControlledServer { Disk = disk };

    public Task InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task SubmitJob_Fails_WhenLessThanATenthOfTheWantedSpaceIsLeft()
    {
        var tenant = await server.AddTenantAsync();
        var admin = await server.AddUserAsync("admin@example.com", UserRoles.IpsCompanyAdmin, tenant.CompanyId);
        (await server.CallAsync("setCompanySettings", tenant.Company + Wanted, admin)).Code.Should().Be(0);
        disk.FreeKilobytes = 5_000;
        await tenant.SubmitAsync("Enough", Tenant.Incremental);
        var enough = (await tenant.WaitForEndAsync("Enough"))[0];
        disk.FreeKilobytes = 4_999;

        await tenant.SubmitAsync("Short", Tenant.Incremental);

        var log = (await tenant.WaitForEndAsync("Short"))[0];
        Tenant.Value(enough, "fatalError").Should().Be("false");
        Tenant.Value(log, "fatalError").Should().Be("true");
        Tenant.Rows(log).Where(r => Tenant.Value(r, "logType") == LogTypes.FatalError).Select(r => Tenant.Value(r, "logMessage"))
            .Should().Equal("Only 4,999 KB of disk space are left; the job needs at least 5,000 KB to begin.");
    }

    [Fact]
    public async Task Administrators_AreMailedAtTheStart_WhenThereIsTooLittleSpaceByThen()
    {
        var folder = Directory.CreateTempSubdirectory("ipsjobs-disk-");
        await using (var first = new ControlledServer(folder) { Disk = disk, KeepsFolder = true })
        {
            await first.InitializeAsync();
            var tenant = await first.AddTenantAsync(UserRoles.IpsCompanyAdmin);
            (await tenant.CallAsync("setCompanySettings", Wanted)).Code.Should().Be(0);
        }

        disk.FreeKilobytes = 49_999;
        await using var second = new ControlledServer(folder) { Disk = disk };
        await second.InitializeAsync();

        var mail = await Tenant.EventuallyAsync(() => Task.FromResult(
            Directory.GetFiles(second.Data.Mail, "*.eml") is [var file] ? MimeMessage.Load(file) : null));
        mail.Subject.Should().EndWith(": The disk of the server is running full");
        mail.TextBody.Should().Contain("Only 49,999 KB of disk space are left, less than the 50,000 KB set for your company. With less than 5,000 KB its jobs fail.");
    }
}
