using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Outbox;
using IpsJobs.Notifications.Tests.Fakes;
using IpsJobs.Notifications.Warnings;
using IpsJobs.Testing.Accounts;
using IpsJobs.Testing.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpsJobs.Notifications.Tests.Warnings;

public sealed class DiskSpaceWatchTests : IDisposable
{
    private readonly FakeDiskSpace disk = new();
    private readonly FakeAccountDirectory accounts = Sample.Accounts();
    private readonly FakeWarnings warnings = new();
    private readonly SignallingTime time = new();
    private readonly DiskSpaceWatch watch;

    public DiskSpaceWatchTests()
    {
        accounts.Companies[0] = Sample.Company with { DiskSpaceWarningMin = 50_000 };
        accounts.Accounts.AddRange([AnAccount.Of(1, UserRoles.IpsCompanyAdmin), AnAccount.Of(2), AnAccount.Of(3, UserRoles.TrialSiteAdmin)]);
        watch = new DiskSpaceWatch(
            new DiskReserve(disk), accounts, new AdministratorWarnings(warnings, new CompanyAdministrators(accounts)), warnings, Sample.Clock(time), NullLogger<DiskSpaceWatch>.Instance);
    }

    public void Dispose() => watch.Dispose();

    [Theory]
    [InlineData(50_000, 0)]
    [InlineData(49_999, 1)]
    [InlineData(0, 1)]
    public async Task Look_Warns_BelowWhatTheCompanyAsksFor(long free, int warned)
    {
        disk.FreeKilobytes = free;

        await watch.LookAsync(default);

        warnings.Sent.Should().HaveCount(warned);
    }

    [Fact]
    public async Task Look_WarnsOnce_UntilThereWasEnoughAgain()
    {
        foreach (var free in new[] { 40_000, 30_000, 50_000, 60_000, 49_999, 10 })
        {
            disk.FreeKilobytes = free;
            await watch.LookAsync(default);
        }

        warnings.Sent.Select(w => w.Notice.Text.Arguments[0]).Should().Equal("40000", "49999");
        warnings.Sent[0].Notice.Text.Arguments.Should().Equal("40000", "50000", "5000");
        warnings.Sent[0].Recipients.Should().Equal("user1@example.com", "user3@example.com");
    }

    [Fact]
    public async Task Look_WarnsLater_WhenThereWasNobodyToTell()
    {
        accounts.Accounts.Clear();
        disk.FreeKilobytes = 1;
        await watch.LookAsync(default);
        accounts.Accounts.Add(AnAccount.Of(1, UserRoles.IpsCompanyAdmin));

        await watch.LookAsync(default);

        warnings.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task Look_AsksEachCompany_AndNoExpiredOne()
    {
        accounts.Companies.Add(AnAccount.Company(48) with { DiskSpaceWarningMin = 10 });
        accounts.Companies.Add(AnAccount.Company(49) with { ExpiresUtc = SignallingTime.Epoch });
        accounts.Accounts.Add(AnAccount.Of(4, UserRoles.IpsCompanyAdmin, companyId: 48));
        accounts.Accounts.Add(AnAccount.Of(5, UserRoles.IpsCompanyAdmin, companyId: 49));
        disk.FreeKilobytes = 10;

        await watch.LookAsync(default);

        warnings.Sent.Should().ContainSingle().Which.Notice.CompanyId.Should().Be(47);
    }

    [Fact]
    public async Task Start_LooksEveryMinute()
    {
        await watch.StartAsync(default);
        disk.FreeKilobytes = 1;

        await time.PassAsync(DiskSpaceWatch.Round);

        await Until(() => warnings.Sent.Count == 1);
        await watch.StopAsync(default);
        warnings.Sent.Should().ContainSingle().Which.Kind.Should().Be(WarningKind.DiskSpace);
    }

    private static async Task Until(Func<bool> isSo)
    {
        while (!isSo())
            await Task.Yield();
    }
}
