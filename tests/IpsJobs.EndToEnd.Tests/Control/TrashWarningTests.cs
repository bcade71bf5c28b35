using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>Mail to the administrators of a company before the nightly clean-up takes assets out of the trash.</summary>
public sealed class TrashWarningTests : IAsyncLifetime
{
    private const string Wanted = "<emailTrashCleanupWarning>true</emailTrashCleanupWarning>";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ipsjobs-trash-");
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero));
    private ControlledServer server;
    private int cleanups;

    public TrashWarningTests() => server = NewServer();

    public Task InitializeAsync() => server.InitializeAsync();

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Cleanup_WarnsEveryAdministratorOnce_FourDaysBeforeAssetsGo()
    {
        var tenant = await NewTenantAsync();
        await server.AddUserAsync("second@example.com", UserRoles.ImagePortalAdmin, tenant.CompanyId);
        await server.AddUserAsync("user@example.com", UserRoles.IpsUser, tenant.CompanyId);
        await TrashAsync(tenant, "boot", "shoe");
        await NightsAsync(2);
        Mails().Should().BeEmpty("they are not in the trash for three days yet");

        await NightsAsync(1);

        var mails = await MailsAsync(2);
        mails.Select(m => m.To.Mailboxes.Single().Address).Should().BeEquivalentTo(tenant.Email, "second@example.com");
        mails[0].Subject.Should().Be($"[IPS] Company {tenant.CompanyId}: Assets will soon be removed from the trash");
        mails[0].TextBody.Should().Contain(
            "2 assets will be removed from the trash for good, beginning after Monday, May 11, 2026 12:00:00\u00A0PM (UTC+02:00, Europe/Paris)")
            .And.Contain($"* Company{tenant.CompanyId}/boot.png: will be removed after").And.Contain("/shoe.png: ");
    }

    [Fact]
    public async Task Cleanup_WarnsOfNoAssetTwice_AfterARestartAndOnLaterNights()
    {
        var tenant = await NewTenantAsync();
        await TrashAsync(tenant, "boot");
        await NightsAsync(4);
        await MailsAsync(1);
        await server.DisposeAsync();
        server = NewServer();
        await server.InitializeAsync();
        await TrashAsync(tenant, "shoe");

        await NightsAsync(2);
        Mails().Should().ContainSingle("the second asset has its time");
        await NightsAsync(2);

        (await MailsAsync(2)).Select(m => m.TextBody).Should().ContainSingle(t => t.Contains("boot.png") && !t.Contains("shoe.png"))
            .And.ContainSingle(t => t.Contains("shoe.png") && !t.Contains("boot.png"));
    }

    [Fact]
    public async Task Cleanup_WarnsAgain_WhenAnAssetWasRestoredAndTrashedAnew()
    {
        var tenant = await NewTenantAsync();
        var id = (await TrashAsync(tenant, "boot"))[0];
        await NightsAsync(4);
        await MailsAsync(1);
        await tenant.CallAsync("restoreAssetsFromTrash", $"<assetHandleArray><items>a|{id}</items></assetHandleArray>");
        (await tenant.CallAsync("deleteAsset", $"<assetHandle>a|{id}</assetHandle>")).Code.Should().Be(0);

        await NightsAsync(4);

        await MailsAsync(2);
    }

    [Fact]
    public async Task Cleanup_WarnsNobody_WhenTheCompanyDoesNotAskOrHasExpired()
    {
        var silent = await server.AddTenantAsync(UserRoles.IpsCompanyAdmin);
        await TrashAsync(silent, "boot");
        var expired = await NewTenantAsync();
        await TrashAsync(expired, "boot");
        await server.Services.GetRequiredService<IAccountAdministration>().ChangeCompanyAsync(
            expired.CompanyId, company => company with { ExpiresUtc = time.GetUtcNow().AddDays(1) }, CancellationToken.None);
        var told = await NewTenantAsync();
        await TrashAsync(told, "boot");

        await NightsAsync(4);

        (await MailsAsync(1)).Single().To.Mailboxes.Single().Address.Should().Be(told.Email);
    }

    private ControlledServer NewServer() => new(folder)
    {
        Time = time,
        KeepsFolder = true,
        Settings = { ["Server:SystemAddress"] = "system@example.com" },
    };

    private async Task<Tenant> NewTenantAsync()
    {
        var tenant = await server.AddTenantAsync(UserRoles.IpsCompanyAdmin);
        (await tenant.CallAsync("setCompanySettings", Wanted)).Code.Should().Be(0);
        return tenant;
    }

    // Through the store, so that the test needs no pictures.
    private async Task<IReadOnlyList<long>> TrashAsync(Tenant tenant, params string[] names)
    {
        var edits = server.Services.GetRequiredService<IAssetEdits>();
        var company = (await server.Services.GetRequiredService<IAccountDirectory>().FindCompanyAsync(tenant.CompanyId, CancellationToken.None))!;
        var ids = new List<long>();
        foreach (var name in names)
        {
            var content = new AssetContent
            {
                Type = AssetTypes.Image, Folder = company.RootPath, FileName = name + ".png", FileSize = 1, Sha256 = new byte[32],
            };
            ids.Add(await edits.AddAsync(
                new AddAsset(tenant.CompanyId, name, NameSpace.Catalog, ReadyForPublish: true, content, UserId: 1), CancellationToken.None));
            await edits.ApplyAsync(company, [new TrashAsset(ids[^1], UserId: 1)], CancellationToken.None);
        }

        return ids;
    }

    /// <summary>Lets midnights pass, each with its clean-up.</summary>
    private async Task NightsAsync(int count)
    {
        for (var night = 0; night < count; night++)
        {
            time.Advance(TimeSpan.FromDays(1));
            cleanups++;
            await Tenant.EventuallyAsync<object>(async () => await HaveEndedAsync(cleanups) ? this : null);
        }
    }

    private async Task<bool> HaveEndedAsync(int count)
    {
        var logs = await server.Services.GetRequiredService<IJobQueries>().ListLogDetailsAsync(
            new JobLogDetailFilter(SystemJobs.CompanyId) { OriginalName = JobTypes.Cleanup }, CancellationToken.None);
        return logs.Count == count && logs.All(log => log.Instance.State == InstanceState.Done);
    }

    private Task<IReadOnlyList<MimeMessage>> MailsAsync(int count) =>
        Tenant.EventuallyAsync(() => Task.FromResult(Mails() is var mails && mails.Count == count ? mails : null));

    private IReadOnlyList<MimeMessage> Mails() => Directory.Exists(server.Data.Mail)
        ? [.. Directory.GetFiles(server.Data.Mail, "*.eml").Select(file => MimeMessage.Load(file))]
        : [];
}
