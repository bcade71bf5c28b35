using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Server.Client;
using IpsJobs.Testing.Fakes;

namespace IpsJobs.EndToEnd.Tests.Durability;

/// <summary>A disk that is full, read-only or damaged.</summary>
public sealed class DiskTests
{
    private const int Megabytes = 24;
    private const int Failed = 2;
    private const string SlowPath = "/slow.png";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [TmpfsFact]
    public async Task Server_LosesNoAcknowledgedJob_WhenTheDiskIsFullForAWhile()
    {
        using var disk = SmallDisk.Mount(Megabytes);
        await using var world = await ServerWorld.CreateAsync(disk.Root);
        world.Set("Scheduling__RetryDelay", "00:00:01");
        world.Set("Scheduling__MaxRetryDelay", "00:00:02");
        await using var server = await world.StartReadyAsync();
        var released = new TaskCompletionSource();
        world.Web.Answer(SlowPath, async _ =>
        {
            await released.Task;
            return LocalResponse.Ok(ServerWorld.Draw(1));
        });
        var promised = Enumerable.Range(0, 6).Select(n => $"Promised {n}").ToList();
        foreach (var name in promised)
            await world.SubmitAsync(name, Upload(world, name.Replace(' ', '-')));

        disk.Fill();
        var refused = await FaultOfAsync(() => world.SubmitAsync("Refused", Upload(world, "refused")));
        released.SetResult();
        var again = await FaultOfAsync(() => world.SubmitAsync("Refused", Upload(world, "refused")));
        disk.Free();

        (refused?.Code, again?.Code).Should().Be((30000, 30000));
        await ServerWorld.UntilAsync("every promised job ends", Limit, () => Task.FromResult(EndedOf(world) == promised.Count));
        await ServerWorld.UntilAsync("jobs are taken again", Limit, async () => await FaultOfAsync(() => world.SubmitAsync("After", Upload(world, "after"))) is null);
        world.Store.Count("""SELECT count(*) FROM "Instances" WHERE "OriginalName" = 'Refused'""").Should().Be(0);
        world.Store.List("PRAGMA integrity_check", r => r.GetString(0)).Should().Equal("ok");
    }

    [TmpfsFact]
    public async Task Serve_EndsWithOneClearLine_WhenTheDataFolderIsReadOnly()
    {
        using var disk = SmallDisk.Mount(Megabytes);
        disk.MakeReadOnly();
        await using var server = ServerProcess.Serve(disk.Root, ServerProcess.FreePort());

        (await server.ExitAsync()).Should().Be(Failed);

        server.Output.Should().Contain(disk.Root).And.NotContain("\n");
    }

    [Fact]
    public async Task Serve_EndsWithOneClearLine_WhenTheDatabaseIsDamaged()
    {
        var folder = Directory.CreateTempSubdirectory("ipsjobs-damaged-");
        var database = Path.Combine(folder.FullName, "ips.db");
        await File.WriteAllTextAsync(database, string.Concat(Enumerable.Repeat("this is no database. ", 1000)));
        await using var server = ServerProcess.Serve(folder.FullName, ServerProcess.FreePort());

        (await server.ExitAsync()).Should().Be(Failed);

        server.Output.Should().Contain(database).And.Contain("backup").And.NotContain("\n");
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Serve_PromisesNothingAndNamesTheBackup_WhenOneTableIsDamaged()
    {
        var folder = Directory.CreateTempSubdirectory("ipsjobs-damaged-");
        await using (var world = await ServerWorld.CreateAsync(folder.FullName))
        {
            await using var healthy = await world.StartReadyAsync();
            await world.SubmitAsync("Before", Upload(world, "before"));
            await healthy.StopAsync();
            Damage(world.Store.Count("""SELECT rootpage FROM sqlite_master WHERE name = 'LogRows'"""), folder);
        }

        await using var server = ServerProcess.Serve(folder.FullName, ServerProcess.FreePort());

        (await server.ExitAsync()).Should().Be(Failed);

        server.Output.Should().Contain("ips.db is damaged").And.Contain("backup").And.NotContain("\n");
        folder.Delete(recursive: true);
    }

    private static void Damage(long page, DirectoryInfo folder)
    {
        const int PageSize = 4096;
        using var file = File.OpenWrite(Path.Combine(folder.FullName, "ips.db"));
        file.Position = (page - 1) * PageSize;
        file.Write(Enumerable.Repeat((byte)0xA5, PageSize).ToArray());
    }

    private static long EndedOf(ServerWorld world) =>
        world.Store.Count("""SELECT count(*) FROM "Instances" WHERE "OriginalName" LIKE 'Promised%' AND "EndUtc" IS NOT NULL""");

    private static async Task<IpsFaultException?> FaultOfAsync(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (IpsFaultException fault)
        {
            return fault;
        }
    }

    private static string Upload(ServerWorld world, string target) => $"""
        <uploadUrlsJob><urlArray><items><sourceUrl>{world.Web.UrlOf(SlowPath)}</sourceUrl><destPath>{target}.png</destPath></items></urlArray>
        <overwrite>true</overwrite><readyForPublish>true</readyForPublish><createMask>false</createMask><emailSetting>All</emailSetting></uploadUrlsJob>
        """;
}
