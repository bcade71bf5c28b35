using IpsJobs.Core.Jobs;
using IpsJobs.EndToEnd.Tests.Crash;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Testing.Fakes;

namespace IpsJobs.EndToEnd.Tests.Durability;

/// <summary>A backup made under load is a data folder of its own: a server on it finds everything that was promised before.</summary>
public sealed class BackupTests
{
    private const int Failed = 2;
    private const int Rounds = 6;
    private const string SlowPath = "/slow.png";
    private const string OpenSessions =
        """
        SELECT 'j|47||' || i."InstanceName" || '|' || i."InstanceId" FROM "UploadSessions" s JOIN "Instances" i ON i."InstanceId" = s."InstanceId"
        WHERE s."State" = 0
        """;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("")]
    [InlineData("--copy")]
    public async Task Backup_IsWhole_WhenUploadsGoOnMeanwhile(string option)
    {
        await using var world = await ServerWorld.CreateAsync();
        var released = new TaskCompletionSource();
        world.Web.Answer(SlowPath, async _ =>
        {
            await released.Task;
            return LocalResponse.Ok(ServerWorld.Draw(1));
        });
        await using var copy = ServerWorld.OpenCopy(Path.Combine(Path.GetTempPath(), "ipsjobs-backup-" + Guid.NewGuid().ToString("N")));
        var load = new Load(world, new JobMix(world, seed: 1));
        List<LoadJob> promised;
        await using (var server = await world.StartReadyAsync())
        {
            await world.SubmitAsync("Slow", SlowUpload(world));
            await load.RunAsync(CancellationToken.None);
            promised = [.. load.Jobs];
            var going = GoOnAsync(load);
            var backup = await ServerProcess.RunAsync("", ["backup", copy.Data.Root, "--data", world.Data.Root, .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
            await going;
            backup.ExitCode.Should().Be(0, backup.Output);
        }

        // Nothing of the copy may lean on the original.
        Directory.Delete(world.Data.Root, recursive: true);
        Directory.CreateDirectory(world.Data.Root);
        copy.Set("Outbound__AllowPrivateAddresses", "true");
        await using var restored = await copy.StartReadyAsync();
        released.SetResult();
        foreach (var open in copy.Store.List(OpenSessions, r => r.GetString(0)))
            await copy.PostAsync("uploadPost", $"<companyHandle>c|47</companyHandle><jobHandle>{open}</jobHandle><endJob>true</endJob>");
        await ServerWorld.UntilAsync("everything of the copy ends", Limit, () => Task.FromResult(LiveIn(copy) == 0));
        await ServerWorld.UntilAsync("staging is swept", Limit, () => Task.FromResult(copy.IsStagingEmpty));

        var all = load.Jobs.Select(j => promised.Any(p => p.Name == j.Name) ? j : j with { Handle = null }).ToList();
        all.Add(new LoadJob("Slow", "") { Urls = 1, Handle = "j|47|Slow||" });
        var findings = new JobFindings(copy.Store, all, SessionsIn(copy, load)).List().Concat(new FileFindings(copy).List()).ToList();
        copy.KeepFolder = findings.Count > 0;
        string.Join('\n', findings).Should().BeEmpty($"{findings.Count} findings in {copy.Data.Root}");
        StoredInstance.ListOf(copy.Store).Single(i => i.OriginalName == "Slow").Should().Match<StoredInstance>(
            i => i.Interruptions == 1 && (i.Outcome == JobOutcome.Warning || i.Outcome == JobOutcome.Completed));
        copy.Store.Count("""SELECT count(*) FROM "Assets" """).Should().BeGreaterThan(5, "the load must have met the backup");
    }

    [Fact]
    public async Task Backup_TouchesNothing_WhenTheFolderIsNotEmpty()
    {
        await using var world = await ServerWorld.CreateAsync();
        var target = Directory.CreateTempSubdirectory("ipsjobs-full-");
        await File.WriteAllTextAsync(Path.Combine(target.FullName, "mine.txt"), "mine");

        var refused = await ServerProcess.RunAsync("", "backup", target.FullName, "--data", world.Data.Root);

        refused.ExitCode.Should().Be(Failed);
        refused.Output.Should().Contain(target.FullName).And.Contain("not empty");
        target.EnumerateFileSystemInfos().Should().ContainSingle();
        target.Delete(recursive: true);
    }

    [Fact]
    public async Task Backup_SaysWhatIsMissing_WhenAnAssetHasLostItsFile()
    {
        await using var world = await ServerWorld.CreateAsync();
        await using (await world.StartReadyAsync())
        {
            await world.SubmitAsync("Lost", Upload(world, ServerWorld.PathOf(1)));
            await ServerWorld.UntilAsync("the upload ends", Limit, () => Task.FromResult(world.Store.Count("""SELECT count(*) FROM "Assets" """) == 1));
        }

        var lost = Directory.EnumerateFiles(world.Data.Originals(ServerWorld.CompanyRoot).Root, "*.png", SearchOption.AllDirectories).Single();
        File.Delete(lost);
        var target = Directory.CreateTempSubdirectory("ipsjobs-lost-");

        var refused = await ServerProcess.RunAsync("", "backup", target.FullName, "--data", world.Data.Root);

        refused.ExitCode.Should().Be(Failed);
        refused.Output.Should().Contain(Path.GetFileName(lost));
        File.Exists(Path.Combine(target.FullName, "ips.db")).Should().BeFalse("nobody may take it for a backup");
        target.Delete(recursive: true);
    }

    // A session that was open holds any part of what was sent in the end.
    private static List<UploadSessionLoad> SessionsIn(ServerWorld copy, Load load)
    {
        var names = StoredInstance.ListOf(copy.Store).Select(i => i.OriginalName).ToHashSet();
        return [.. load.Sessions.Where(s => names.Contains(s.Name)).Select(s => s.AsCutOff())];
    }

    private static async Task GoOnAsync(Load load)
    {
        for (var round = 0; round < Rounds; round++)
            await load.RunAsync(CancellationToken.None);
    }

    private static long LiveIn(ServerWorld world) =>
        world.Store.Count("""SELECT (SELECT count(*) FROM "Instances" WHERE "State" < 6) + (SELECT count(*) FROM "Triggers" WHERE "ExecSchedule" IS NULL)""");

    private static string SlowUpload(ServerWorld world) => Upload(world, SlowPath);

    private static string Upload(ServerWorld world, string path) => $"""
        <uploadUrlsJob><urlArray><items><sourceUrl>{world.Web.UrlOf(path)}</sourceUrl><destPath>slow.png</destPath></items></urlArray>
        <overwrite>true</overwrite><readyForPublish>true</readyForPublish><createMask>false</createMask><emailSetting>All</emailSetting></uploadUrlsJob>
        """;
}
