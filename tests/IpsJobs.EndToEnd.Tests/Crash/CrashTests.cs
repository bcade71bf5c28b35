using System.Globalization;
using IpsJobs.EndToEnd.Tests.Hosting;
using Xunit.Abstractions;

namespace IpsJobs.EndToEnd.Tests.Crash;

/// <summary>Kills the server again and again while clients submit, and looks for anything lost, doubled or half done.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int StandardKills = 100;
    private const int MaxListed = 25;
    private static readonly TimeSpan DrainLimit = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Server_LosesNothing_WhenItIsKilledAtAnyMoment()
    {
        var (kills, seed) = CrashPlan.Read(StandardKills);
        await using var world = await ServerWorld.CreateAsync();
        // An instance that was interrupted too often is closed: right for one that brings the server down, but here it is the test that does.
        world.Set("Jobs__MaxInterruptions", int.MaxValue.ToString(CultureInfo.InvariantCulture));
        var load = new Load(world, new JobMix(world, seed));
        for (var kill = 0; kill < kills; kill++)
            await KillOnceAsync(world, load, new Random(seed + kill));

        var findings = await FinishAsync(world, load);

        Describe(world, load, kills, seed);
        world.KeepFolder = findings.Count > 0;
        string.Join('\n', findings.Take(MaxListed)).Should().BeEmpty(
            $"{findings.Count} findings with seed {seed} after {kills} kills and {load.Jobs.Count} jobs, data in {world.Data.Root}");
    }

    // One start in five is cut off before it is over, and one in five meets its load cold; the others know the client already and
    // have time to get to work.
    private static async Task KillOnceAsync(ServerWorld world, Load load, Random random)
    {
        await using var server = world.Start();
        var moment = random.Next(5);
        if (moment == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 1000)), TimeProvider.System);
            await server.KillAsync();
            return;
        }
        await server.WaitUntilReadyAsync();
        if (moment > 1)
            await IsQuietAsync(world);
        using var over = new CancellationTokenSource();
        var submitting = load.RunAsync(over.Token);
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 1000)), TimeProvider.System);
        await server.KillAsync();
        await over.CancelAsync();
        await submitting;
    }

    private static async Task<List<string>> FinishAsync(ServerWorld world, Load load)
    {
        await using var server = await world.StartReadyAsync();
        await load.EndSessionsAsync();
        await ServerWorld.UntilAsync("all jobs end and all mail is sent", DrainLimit, () => IsQuietAsync(world));
        await ServerWorld.UntilAsync("staging is swept", DrainLimit, () => Task.FromResult(world.IsStagingEmpty));
        var findings = new JobFindings(world.Store, load.Jobs, load.Sessions).List()
            .Concat(new FileFindings(world).List())
            .Concat(new OutgoingFindings(world, load.Jobs, load.Sessions).List())
            .Concat(new CatalogFindings(world).List(complete: false))
            .ToList();
        findings.AddRange(await UnlistedAsync(world, load.Jobs));
        await world.SubmitAsync("Last", "<imageServingPublishJob><publishType>Full</publishType><emailSetting>None</emailSetting></imageServingPublishJob>");
        await ServerWorld.UntilAsync("the last publish ends", DrainLimit, () => IsQuietAsync(world));
        findings.AddRange(new CatalogFindings(world).List(complete: true));
        if (await server.StopAsync() is var exitCode and not 0)
            findings.Add(string.Create(CultureInfo.InvariantCulture, $"The server ended with exit code {exitCode}: {server.Output}"));
        return findings;
    }

    private static async Task<bool> IsQuietAsync(ServerWorld world)
    {
        var active = await world.PostAsync("getActiveJobs", "<companyHandle>c|47</companyHandle><includeWaitingJobs>true</includeWaitingJobs>");
        var scheduled = await world.PostAsync("getScheduledJobs", "<companyHandle>c|47</companyHandle>");
        return ((Contracts.GetActiveJobsReturn)active.Message).JobArray is not { Items.Count: > 0 }
            && ((Contracts.GetScheduledJobsReturn)scheduled.Message).JobArray is not { Items.Count: > 0 }
            && world.Store.Count("""SELECT count(*) FROM "Outbox" WHERE "NextUtc" IS NOT NULL""") == 0;
    }

    // As a client would look for its jobs: by their handles.
    private static async Task<IEnumerable<string>> UnlistedAsync(ServerWorld world, IReadOnlyList<LoadJob> jobs)
    {
        var reply = await world.PostAsync("getJobLogs", "<companyHandle>c|47</companyHandle><numRows>1000000</numRows>");
        var ended = ((Contracts.GetJobLogsReturn)reply.Message).JobLogArray!.Items
            .Where(log => log.EndDate is not null).Select(log => log.JobName).ToHashSet();
        var names = StoredInstance.ListOf(world.Store).Where(i => i.InitiatingJobName is null).ToLookup(i => i.OriginalName, i => i.Name);
        return jobs.Where(j => j.Handle is not null && !names[j.Name].Any(ended.Contains)).Select(j => $"getJobLogs does not list {j.Handle}");
    }

    // Shows that the kills hit work in progress.
    private void Describe(ServerWorld world, Load load, int kills, int seed)
    {
        var jobs = load.Jobs;
        var runs = StoredInstance.ListOf(world.Store);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kills} kills, seed {seed}: {jobs.Count} jobs sent, {jobs.Count(j => j.Handle is not null)} answered, "
            + $"{load.Sessions.Count} sessions with {load.Sessions.Sum(s => s.Acknowledged)} files, {runs.Count} runs, "
            + $"{runs.Count(r => r.Interruptions > 0)} of them interrupted"));
        foreach (var outcome in runs.GroupBy(r => (r.JobType, r.Outcome)).OrderBy(g => g.Key.ToString()))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome.Key.JobType} {outcome.Key.Outcome}: {outcome.Count()}"));
    }
}
