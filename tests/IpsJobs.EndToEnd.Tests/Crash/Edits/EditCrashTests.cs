using System.Globalization;
using IpsJobs.Core.Constants;
using IpsJobs.EndToEnd.Tests.Hosting;
using Xunit.Abstractions;

namespace IpsJobs.EndToEnd.Tests.Crash.Edits;

/// <summary>Kills the server again and again while clients rename, move and trash assets and folders: what was answered holds, what was
/// cut off is done or undone, and every file lies where its row says.</summary>
public sealed class EditCrashTests(ITestOutputHelper output)
{
    private const int StandardKills = 15;
    private const int MaxListed = 25;
    private const int FewestEdits = 5;
    private const int MostEdits = 20;
    private const int LongestMove = 15;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Edits_AreDoneOrUndone_WhenTheServerIsKilledInTheMiddle()
    {
        var (kills, seed) = CrashPlan.Read(StandardKills);
        await using var world = await ServerWorld.CreateAsync();
        // An instance that was interrupted too often is closed: right for one that brings the server down, but here it is the test that does.
        world.Set("Jobs__MaxInterruptions", int.MaxValue.ToString(CultureInfo.InvariantCulture));
        var load = new EditLoad(world, await world.AddAdminAsync(), seed);
        var (findings, halfway) = (new List<string>(), 0);
        for (var kill = 0; kill < kills && findings.Count == 0; kill++)
        {
            findings.AddRange(await KillOnceAsync(world, load, new Random(seed + kill)));
            halfway += NotedRelocations(world);
        }

        if (findings.Count == 0)
            findings.AddRange(await FinishAsync(world, load));

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{kills} kills, seed {seed}: {load.Describe()}, {halfway} while files were being moved"));
        world.KeepFolder = findings.Count > 0;
        string.Join('\n', findings.Take(MaxListed)).Should().BeEmpty(
            $"{findings.Count} findings with seed {seed}, data in {world.Data.Root}");
        load.CutOff.Should().BeGreaterThanOrEqualTo(kills, "the kills are to hit edits");
        halfway.Should().BePositive("some of them are to hit files on their way");
        world.Store.Count($"""SELECT count(*) FROM "LogRows" WHERE "LogType" = '{LogTypes.EmptyTrashSuccess}'""").Should().BePositive();
    }

    // Starting is what ends the edits that the last kill cut off. A kill waits for a number of answers, not for a time, so that a slow
    // machine has work to lose as well.
    private static async Task<IReadOnlyList<string>> KillOnceAsync(ServerWorld world, EditLoad load, Random random)
    {
        await using var server = await world.StartReadyAsync();
        if (await load.FindAsync() is { Count: > 0 } findings)
            return findings;
        await load.UploadAsync();
        using var over = new CancellationTokenSource();
        var editing = load.RunAsync(over.Token);
        var wanted = load.Answered + random.Next(FewestEdits, MostEdits);
        await ServerWorld.UntilAsync("edits are answered", Limit, () => Task.FromResult(editing.IsCompleted || load.Answered >= wanted));
        if (editing.IsCompleted)
            await editing;
        await UntilFilesMoveAsync(world);
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(LongestMove)), TimeProvider.System);
        var stopping = over.CancelAsync();
        await server.KillAsync();
        await stopping;
        await ServerWorld.WithinAsync("the clients see that the server is gone", Limit, editing);
        return [];
    }

    // The server takes a note of it before it touches them. Looking from time to time would come too late.
    private static async Task UntilFilesMoveAsync(ServerWorld world)
    {
        var noted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(Directory.CreateDirectory(world.Relocations).FullName);
        watcher.Created += (_, _) => noted.TrySetResult();
        watcher.EnableRaisingEvents = true;
        await ServerWorld.WithinAsync("a file is moved", Limit, noted.Task);
    }

    private static async Task<IReadOnlyList<string>> FinishAsync(ServerWorld world, EditLoad load)
    {
        await using var server = await world.StartReadyAsync();
        var findings = await load.FindAsync();
        await load.PurgeAllAsync();
        return [.. findings, .. await load.FindAsync()];
    }

    private static int NotedRelocations(ServerWorld world) =>
        Directory.Exists(world.Relocations) ? Directory.GetFiles(world.Relocations).Length : 0;
}
