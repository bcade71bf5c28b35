using System.Globalization;
using IpsJobs.EndToEnd.Tests.Hosting;
using Xunit.Abstractions;

namespace IpsJobs.EndToEnd.Tests.Crash;

/// <summary>Kills the server again and again while clients rename, move and trash assets and folders, and looks for files that are lost,
/// doubled or in another place than their rows say.</summary>
public sealed class EditCrashTests(ITestOutputHelper output)
{
    private const int StandardKills = 8;
    private const int MaxListed = 25;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Server_LosesAndDoublesNoFile_WhenItIsKilledInTheMiddleOfEdits()
    {
        var (kills, seed) = CrashPlan.Read(StandardKills);
        await using var world = await ServerWorld.CreateAsync();
        world.Set("Jobs__MaxInterruptions", int.MaxValue.ToString(CultureInfo.InvariantCulture));
        var load = new EditLoad(world, await world.AddAdminAsync());
        var (findings, cutOff) = (new List<string>(), 0);
        for (var kill = 0; kill < kills && findings.Count == 0; kill++)
        {
            await KillOnceAsync(world, load, new Random(seed + kill));
            cutOff += NotedEdits(world);
            findings.AddRange(await FindAsync(world, load));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kills} kills, seed {seed}: {load.Describe()}, {cutOff} cut off while they had begun"));
        world.KeepFolder = findings.Count > 0;
        string.Join('\n', findings.Take(MaxListed)).Should().BeEmpty($"seed {seed}, data in {world.Data.Root}");
        cutOff.Should().BePositive("the kills are to hit edits");
    }

    private static async Task KillOnceAsync(ServerWorld world, EditLoad load, Random random)
    {
        await using var server = await world.StartReadyAsync();
        await load.UploadAsync();
        await ServerWorld.UntilAsync("the upload ends", Limit, () => Task.FromResult(HaveEnded(world)));
        var editing = load.RunAsync(random);
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(100, 1500)), TimeProvider.System);
        await server.KillAsync();
        await editing;
    }

    // The next start ends what was begun; a purge of the trash goes on as the job that it is.
    private static async Task<List<string>> FindAsync(ServerWorld world, EditLoad load)
    {
        await using var server = await world.StartReadyAsync();
        await UntilQuietAsync(world);
        List<string> findings = [.. load.Findings(), .. new FileFindings(world).List()];
        if (await server.StopAsync() is var exitCode and not 0)
            findings.Add(string.Create(CultureInfo.InvariantCulture, $"The server ended with exit code {exitCode}: {server.Output}"));
        return findings;
    }

    private static Task UntilQuietAsync(ServerWorld world) => ServerWorld.UntilAsync(
        "all jobs end and staging is swept",
        Limit,
        () => Task.FromResult(HaveEnded(world) && world.IsStagingEmpty));

    private static bool HaveEnded(ServerWorld world) => StoredInstance.ListOf(world.Store).All(i => i.HasEnd);

    private static int NotedEdits(ServerWorld world) => Directory.Exists(world.Relocations) ? Directory.GetFiles(world.Relocations).Length : 0;
}
