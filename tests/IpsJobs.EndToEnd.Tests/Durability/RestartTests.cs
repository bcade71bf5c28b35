using System.Globalization;
using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Testing.Fakes;

namespace IpsJobs.EndToEnd.Tests.Durability;

/// <summary>What becomes of jobs in each state when the server is killed and started again.</summary>
public sealed class RestartTests : IAsyncLifetime
{
    private const string SlowPath = "/slow.png";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly TaskCompletionSource released = new();
    private ServerWorld world = null!;

    public async Task InitializeAsync()
    {
        world = await ServerWorld.CreateAsync();
        world.Set("UrlUpload__Parallel", "1");
        world.Web.Answer(SlowPath, async _ =>
        {
            await released.Task;
            return LocalResponse.Ok(ServerWorld.Draw(1));
        });
    }

    public async Task DisposeAsync()
    {
        released.TrySetResult();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Jobs_GoOnInTheirOrderWithWhatIsLeft_WhenOneRanAndOneWaited()
    {
        await using (var server = await world.StartReadyAsync())
        {
            await world.SubmitAsync("Running", Upload(ServerWorld.PathOf(1), SlowPath, ServerWorld.PathOf(2)));
            await world.SubmitAsync("Waiting", Upload(ServerWorld.PathOf(3)));
            await ServerWorld.UntilAsync("the first file is done", Limit, () => Task.FromResult(ItemsOf("Running").Count == 1));
            await server.KillAsync();
        }

        var before = ItemsOf("Running").Single();
        await using var again = await world.StartReadyAsync();
        await ServerWorld.UntilAsync("it is at work again", Limit, () => Task.FromResult(RunOf("Running").Interruptions == 1));
        released.SetResult();
        await EndsAsync("Running");
        await EndsAsync("Waiting");

        ItemsOf("Running").Should().HaveCount(3).And.Contain(before, "what has its row is not done again");
        RunOf("Running").Outcome.Should().Be(JobOutcome.Warning, "the note of the interruption is one");
        RunOf("Waiting").Outcome.Should().Be(JobOutcome.Completed);
        RunOf("Waiting").Interruptions.Should().Be(0, "it had not begun");
        var (first, second) = (await LogAsync("Running"), await LogAsync("Waiting"));
        second.StartDate.Should().BeOnOrAfter(first.EndDate!.Value, "the lane still holds one at a time");
        var aux = first.DetailArray!.Items[0].AuxArray!.Items.Should().ContainSingle().Subject;
        aux.LogType.Should().Be(LogTypes.UploadWarning);
        aux.LogMessage.Should().Contain("interrupted");
        second.DetailArray!.Items[0].AuxArray?.Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Job_EndsAsStopped_WhenTheKillCameWhileItWasStopping()
    {
        await using (var server = await world.StartReadyAsync())
        {
            await world.SubmitAsync("Stopped", Upload(ServerWorld.PathOf(1), SlowPath, ServerWorld.PathOf(2)));
            await ServerWorld.UntilAsync("the first file is done", Limit, () => Task.FromResult(ItemsOf("Stopped").Count == 1));
            await world.PostAsync("stopJob", "<companyHandle>c|47</companyHandle><jobHandle>j|47|Stopped||</jobHandle>");
            RunOf("Stopped").State.Should().Be((int)InstanceState.Stopping);
            await server.KillAsync();
        }

        await using var again = await world.StartReadyAsync();
        await EndsAsync("Stopped");

        RunOf("Stopped").Outcome.Should().Be(JobOutcome.Stopped);
        var log = await LogAsync("Stopped");
        log.FatalError.Should().BeFalse();
        log.DetailArray!.Items.Count(r => r.LogType == LogTypes.UploadSuccess).Should().Be(1);
        log.DetailArray.Items.Count(r => r.LogType == LogTypes.FileCancel).Should().Be(2, "nothing that was not begun is begun now");
        log.DetailArray.Items[^1].LogMessage.Should().Contain(RunningServer.Email);
    }

    [Fact]
    public async Task Job_IsClosedWithAFatalError_WhenItWasInterruptedThreeTimes()
    {
        for (var kill = 0; kill < 3; kill++)
        {
            await using var server = await world.StartReadyAsync();
            if (kill == 0)
                await world.SubmitAsync("Unlucky", Upload(SlowPath));
            var number = kill;
            await ServerWorld.UntilAsync(
                "it is at work", Limit, () => Task.FromResult(RunOf("Unlucky") is { State: (int)InstanceState.Running } run && run.Interruptions == number));
            await server.KillAsync();
        }

        await using var last = await world.StartReadyAsync();
        await EndsAsync("Unlucky");

        var log = await LogAsync("Unlucky");
        log.FatalError.Should().BeTrue();
        log.DetailArray!.Items.TakeLast(2).Select(r => r.LogType).Should().Equal(LogTypes.FatalError, LogTypes.EndUploadUrls);
        var answer = await world.PostAsync("getActiveJobs", "<companyHandle>c|47</companyHandle><includeWaitingJobs>true</includeWaitingJobs>");
        ((GetActiveJobsReturn)answer.Message).JobArray!.Items.Should().BeEmpty();
    }

    private string Upload(params string[] paths)
    {
        var items = string.Concat(paths.Select((path, i) => string.Create(
            CultureInfo.InvariantCulture, $"<items><sourceUrl>{world.Web.UrlOf(path)}</sourceUrl><destPath>picture{i}.png</destPath></items>")));
        return $"<uploadUrlsJob><urlArray>{items}</urlArray><overwrite>true</overwrite><readyForPublish>true</readyForPublish>"
            + "<createMask>false</createMask><emailSetting>None</emailSetting></uploadUrlsJob>";
    }

    private Crash.StoredInstance RunOf(string name) => Crash.StoredInstance.ListOf(world.Store).Single(i => i.OriginalName == name);

    /// <summary>Number and time of the rows of items: a row that was written again would have another number.</summary>
    private IReadOnlyList<(long Id, long Created)> ItemsOf(string name) => world.Store.List(
        $"""
        SELECT r."RowId", r."CreatedUtc" FROM "LogRows" r JOIN "Instances" i ON i."InstanceId" = r."InstanceId"
        WHERE i."OriginalName" = '{name}' AND r."ItemKey" IS NOT NULL AND r."LogType" = '{LogTypes.UploadSuccess}'
        """,
        r => (r.GetInt64(0), r.GetInt64(1)));

    private Task EndsAsync(string name) => ServerWorld.UntilAsync($"{name} ends", Limit, () => Task.FromResult(RunOf(name).HasEnd));

    private async Task<JobLog> LogAsync(string name)
    {
        var reply = await world.PostAsync("getJobLogDetails", $"<companyHandle>c|47</companyHandle><originalName>{name}</originalName>");
        return ((GetJobLogDetailsReturn)reply.Message).JobLogArray!.Items.Should().ContainSingle().Subject;
    }
}
