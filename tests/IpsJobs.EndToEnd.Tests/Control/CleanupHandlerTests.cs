using System.Xml.Linq;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>The server's own nightly job, from the listing to what it leaves behind.</summary>
public sealed class CleanupHandlerTests : IAsyncLifetime, IAsyncDisposable
{
    private const string SystemCompany = "<companyHandle>c|0</companyHandle>";
    private const string Handle = "<jobHandle>j|0|Cleanup||</jobHandle>";
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero));
    private readonly ControlledServer server;
    private string admin = "";

    public CleanupHandlerTests() => server = new ControlledServer(Directory.CreateTempSubdirectory("ipsjobs-cleanup-"))
    {
        Time = time,
        Settings = { ["Server:SystemAddress"] = "system@example.com", ["Retention:JobLogDays"] = "30" },
    };

    public async Task InitializeAsync()
    {
        await server.InitializeAsync();
        admin = await server.AddUserAsync("admin@example.com", UserRoles.IpsAdmin);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task GetScheduledJobs_ShowsTheCleanupAsDocumented_WhenAnIpsAdminAsks()
    {
        var answer = await server.CallAsync("getScheduledJobs", "", admin);

        var job = answer.Body.Elements().Single().Elements()
            .Should().ContainSingle(j => Tenant.Value(j, "name") == "Cleanup").Subject;
        Tenant.Value(job, "companyHandle").Should().Be("c|0");
        Tenant.Value(job, "jobHandle").Should().Be("j|0|Cleanup||");
        Tenant.Value(job, "name").Should().Be("Cleanup");
        Tenant.Find(job, "originalName")!.Value.Should().BeEmpty();
        Tenant.Value(job, "type").Should().Be("Cleanup");
        Tenant.Value(job, "submitUserEmail").Should().Be("system@example.com");
        Tenant.Value(job, "execSchedule").Should().Be("00 00 00 * * ");
        Tenant.Value(job, "nextFireTime").Should().Be("2026-05-05T00:00:00.000+02:00");
        Tenant.Value(job, "triggerState").Should().Be("Normal");
    }

    [Fact]
    public async Task GetScheduledJobs_HidesTheCleanup_WhenAnybodyElseAsks()
    {
        var tenant = await server.AddTenantAsync(UserRoles.IpsCompanyAdmin);

        (await server.CallAsync("getScheduledJobs", "", tenant.Email)).Body.Elements().Single().Elements().Should().BeEmpty();
        (await server.CallAsync("getScheduledJobs", SystemCompany, tenant.Email)).Code.Should().Be(20000);
        (await server.CallAsync("getScheduledJobs", Handle, tenant.Email)).Code.Should().Be(20000);
        (await server.CallAsync("pauseJob", SystemCompany + Handle, tenant.Email)).Code.Should().Be(20000);
    }

    [Fact]
    public async Task SubmitJob_IsRefused_WhenItNamesTheSystemCompany()
    {
        var answer = await server.CallAsync("submitJob", $"{SystemCompany}<jobName>Mine</jobName>{Tenant.Incremental}", admin);

        answer.Code.Should().Be(20000);
        (await server.CallAsync("deleteJob", SystemCompany + Handle, admin)).Code.Should().Be(20000, "it would come back at the next start");
    }

    [Fact]
    public async Task PauseAndResume_SteerTheCleanup_WhenAnIpsAdminCalls()
    {
        (await server.CallAsync("pauseJob", SystemCompany + Handle, admin)).Code.Should().Be(0);
        (await server.CallAsync("getScheduledJobs", "", admin)).Text.Should().Contain("Paused");
        (await server.CallAsync("resumeJob", SystemCompany + Handle, admin)).Code.Should().Be(0);
        (await server.CallAsync("getScheduledJobs", "", admin)).Text.Should().Contain("Normal");
    }

    [Fact]
    public async Task Cleanup_RemovesOldLogsAndStrayFolders_WhenMidnightComes()
    {
        var tenant = await server.AddTenantAsync();
        await tenant.SubmitAsync("Old", Tenant.Incremental);
        await tenant.WaitForEndAsync("Old");
        await MailsSentAsync(1);
        time.Advance(TimeSpan.FromDays(29));
        await CleanupsAsync(1);
        (await tenant.LogsAsync("Old")).Should().ContainSingle("it is younger than 30 days");
        await tenant.SubmitAsync("Young", Tenant.Incremental);
        await tenant.WaitForEndAsync("Young");
        var stray = Directory.CreateDirectory(server.Data.StagingOf(1));
        await File.WriteAllTextAsync(Path.Combine(stray.FullName, "half.tmp"), "left over");
        var other = Directory.CreateDirectory(Path.Combine(server.Data.Staging, "not-an-instance"));

        time.Advance(TimeSpan.FromDays(2));

        var log = (await CleanupsAsync(2))[0];
        (await tenant.LogsAsync("Old")).Should().BeEmpty();
        (await tenant.LogsAsync("Young")).Should().ContainSingle();
        Directory.Exists(stray.FullName).Should().BeFalse();
        Directory.Exists(other.FullName).Should().BeTrue();
        Tenant.RowTypes(log).Should().Equal(
            LogTypes.BeginEmptyTrash, LogTypes.OriginalJobName, LogTypes.JobClient, LogTypes.JobType,
            LogTypes.DeleteSuccess, LogTypes.DeleteSuccess, LogTypes.EndEmptyTrash);
        Tenant.Value(log, "logType").Should().Be(LogTypes.BeginEmptyTrash);
        Tenant.Value(log, "submitUserEmail").Should().Be("system@example.com");
        Tenant.Value(log, "fatalError").Should().Be("false");
    }

    [Fact]
    public async Task Cleanup_RemovesAssetsWithTheirFiles_WhenTheyAreEmptiedOrOldInTheTrash()
    {
        var tenant = await server.AddTenantAsync();
        var root = await RootAsync(tenant);
        var (old, emptied, young, kept) = (
            await AddAsync(tenant, root, "old"), await AddAsync(tenant, root, "emptied"), await AddAsync(tenant, root, "young"), await AddAsync(tenant, root, "kept"));
        (await tenant.CallAsync("deleteAsset", $"<assetHandle>a|{old}</assetHandle>")).Code.Should().Be(0);
        time.Advance(TimeSpan.FromDays(6));
        await CleanupsAsync(1);
        Files(root).Should().HaveCount(8, "the trash keeps an asset for 7 days");
        foreach (var id in new[] { emptied, young })
            (await tenant.CallAsync("deleteAsset", $"<assetHandle>a|{id}</assetHandle>")).Code.Should().Be(0);
        (await tenant.CallAsync("emptyAssetsFromTrash", $"<assetHandleArray><items>a|{emptied}</items></assetHandleArray>")).Code.Should().Be(0);

        time.Advance(TimeSpan.FromDays(2));

        var log = (await CleanupsAsync(2))[0];
        Files(root).Should().Equal("kept.png", "kept.tif", "young.png", "young.tif");
        Tenant.Rows(log).Where(r => Tenant.Value(r, "logType") == LogTypes.EmptyTrashSuccess).Select(r => Tenant.Value(r, "logMessage"))
            .Should().Equal($"{root}old.png was removed from the trash", $"{root}emptied.png was removed from the trash");
        (await tenant.CallAsync("restoreAssetsFromTrash", $"<assetHandleArray><items>a|{old}</items><items>a|{young}</items></assetHandleArray>"))
            .Text.Should().Contain("<successCount>1</successCount>").And.Contain("<errorCount>1</errorCount>");
        (await AddAsync(tenant, root, "old")).Should().BeGreaterThan(kept, "its name is free again");
    }

    [Fact]
    public async Task Cleanup_RemovesTheFileWhereItIs_WhenItsFolderWasRenamedSinceTheTrashWasListed()
    {
        var (first, second) = (await server.AddTenantAsync(), await server.AddTenantAsync());
        await EmptyAsync(first, await AddAsync(first, await RootAsync(first), "first"));
        var root = await RootAsync(second);
        await EmptyAsync(second, await AddAsync(second, root + "old/", "second"));
        server.Brake.Hold(JobTypes.Cleanup, LogTypes.EmptyTrashSuccess);
        time.Advance(TimeSpan.FromDays(1));
        await Tenant.EventuallyAsync<object>(() => Task.FromResult<object?>(IsHeld(first, "first") ? this : null));

        (await second.CallAsync("renameFolder", $"<folderHandle>f|{root}old/</folderHandle><folderName>new</folderName>")).Code.Should().Be(0);
        Files(root).Should().Equal("second.png", "second.tif");
        server.Brake.ReleaseAll();

        await CleanupsAsync(1);
        Files(root).Should().BeEmpty();
    }

    [Fact]
    public async Task Cleanup_PassesOverAnAsset_WhenItCameBackAfterItWasLookedAt()
    {
        var tenant = await server.AddTenantAsync();
        var root = await RootAsync(tenant);
        var (back, gone) = (await AddAsync(tenant, root, "back"), await AddAsync(tenant, root, "gone"));
        foreach (var id in new[] { back, gone })
            (await tenant.CallAsync("deleteAsset", $"<assetHandle>a|{id}</assetHandle>")).Code.Should().Be(0);
        server.Brake.Hold(JobTypes.Cleanup, LogTypes.EmptyTrashSuccess);
        time.Advance(TimeSpan.FromDays(8));
        await Tenant.EventuallyAsync<object>(() => Task.FromResult<object?>(IsHeld(tenant, "back") ? this : null));

        // Not by the operation, which would wait for its turn: whoever changes assets without one must be safe as well.
        var company = await server.Services.GetRequiredService<IAccountDirectory>().FindCompanyAsync(tenant.CompanyId, CancellationToken.None);
        (await server.Services.GetRequiredService<IAssetEdits>().ApplyAsync(company!, [new RestoreAsset(back, UserId: 1)], CancellationToken.None))
            .Should().Equal([null]);
        server.Brake.ReleaseAll();

        var log = (await CleanupsAsync(1))[0];
        Tenant.Rows(log).Where(r => Tenant.Value(r, "logType") == LogTypes.EmptyTrashSuccess).Select(r => Tenant.Value(r, "logMessage"))
            .Should().Equal($"{root}gone.png was removed from the trash");
        Tenant.Value(log, "fatalError").Should().Be("false");
        Files(root).Should().Equal("back.png", "back.tif");
    }

    [Fact]
    public async Task Cleanup_LeavesTheFileOfAnAsset_WhenASetOfThatPathWasRenamedMovedAndEmptied()
    {
        var tenant = await server.AddTenantAsync();
        var root = await RootAsync(tenant);
        await AddAsync(tenant, root, "kept");
        var set = (await tenant.CallAsync(
            "createImageSet", $"<folderHandle>f|{root}</folderHandle><name>kept.png</name><type>ImageSet</type>")).Body.Value;
        foreach (var (operation, fields) in new[]
        {
            ("renameAsset", "<newName>away</newName><validateName>true</validateName>"),
            ("renameAsset", "<newName>kept.png</newName><validateName>true</validateName>"),
            ("moveAsset", $"<folderHandle>f|{root}d/</folderHandle>"),
            ("moveAsset", $"<folderHandle>f|{root}</folderHandle>"),
            ("deleteAsset", ""),
        })
        {
            (await tenant.CallAsync(operation, $"<assetHandle>{set}</assetHandle>{fields}")).Code.Should().Be(0, operation);
            Files(root).Should().Equal("kept.png", "kept.tif");
        }

        (await tenant.CallAsync("emptyAssetsFromTrash", $"<assetHandleArray><items>{set}</items></assetHandleArray>")).Code.Should().Be(0);
        time.Advance(TimeSpan.FromDays(1));

        var log = (await CleanupsAsync(1))[0];
        Tenant.RowTypes(log).Should().Contain(LogTypes.EmptyTrashSuccess);
        Files(root).Should().Equal("kept.png", "kept.tif");
    }

    [Fact]
    public async Task Start_SchedulesTheCleanupOnceInTheNewName_WhenTheSystemAddressChanges()
    {
        var folder = Directory.CreateTempSubdirectory("ipsjobs-cleanup-");
        await using (var first = new ControlledServer(folder) { KeepsFolder = true })
        {
            await first.InitializeAsync();
        }

        await using var second = new ControlledServer(folder) { Settings = { ["Server:SystemAddress"] = "new@example.com" } };
        await second.InitializeAsync();

        var triggers = await second.Services.GetRequiredService<IRecoveryQueries>().ListTriggersAsync(CancellationToken.None);
        triggers.Should().ContainSingle(t => t.Definition.JobType == JobTypes.Cleanup).Which.Definition.SubmitUserEmail.Should().Be("new@example.com");
    }

    private async Task<string> RootAsync(Tenant tenant) =>
        (await server.Services.GetRequiredService<IAccountDirectory>().FindCompanyAsync(tenant.CompanyId, CancellationToken.None))!.RootPath;

    private static async Task EmptyAsync(Tenant tenant, long id)
    {
        (await tenant.CallAsync("deleteAsset", $"<assetHandle>a|{id}</assetHandle>")).Code.Should().Be(0);
        (await tenant.CallAsync("emptyAssetsFromTrash", $"<assetHandleArray><items>a|{id}</items></assetHandleArray>")).Code.Should().Be(0);
    }

    private bool IsHeld(Tenant tenant, string name)
    {
        using var mine = server.Services.GetRequiredService<NameReservations>().TryReserve(tenant.CompanyId, NameSpace.Catalog, name);
        return mine is null;
    }

    private async Task<long> AddAsync(Tenant tenant, string folder, string name)
    {
        var root = await RootAsync(tenant);
        var original = server.Data.Original(root, folder, name + ".png");
        Directory.CreateDirectory(Path.GetDirectoryName(original)!);
        await File.WriteAllTextAsync(original, name);
        await File.WriteAllTextAsync(server.Data.Optimized(root).Resolve(name + ".tif"), name);
        var content = new AssetContent
        {
            Type = AssetTypes.Image, Folder = folder, FileName = name + ".png", FileSize = 1, Sha256 = new byte[32],
            Optimized = new OptimizedImage(name + ".tif", 1, 1, null, 1),
        };
        return await server.Services.GetRequiredService<IAssetEdits>().AddAsync(
            new AddAsset(tenant.CompanyId, name, NameSpace.Catalog, ReadyForPublish: true, content, UserId: 1), CancellationToken.None);
    }

    private List<string> Files(string root) =>
    [
        .. new[] { server.Data.Originals(root), server.Data.Optimized(root) }
            .SelectMany(folder => Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal),
    ];

    /// <summary>Waits until that many runs have ended.</summary>
    /// <returns>Their logs, newest first.</returns>
    private Task<IReadOnlyList<XElement>> CleanupsAsync(int count) => Tenant.EventuallyAsync(async () =>
    {
        var answer = await server.CallAsync("getJobLogDetails", SystemCompany + Handle, admin);
        IReadOnlyList<XElement> logs = [.. answer.Body.Elements().Single().Elements()];
        return logs.Count == count && logs.All(l => Tenant.Find(l, "endDate") is not null) ? logs : null;
    });

    private Task<object> MailsSentAsync(int count) => Tenant.EventuallyAsync<object>(() => Task.FromResult<object?>(
        Directory.Exists(server.Data.Mail) && Directory.GetFiles(server.Data.Mail, "*.eml").Length == count ? this : null));
}
