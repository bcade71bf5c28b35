using System.Globalization;
using IpsJobs.Contracts;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Testing.Fakes;

namespace IpsJobs.EndToEnd.Tests.Durability;

/// <summary>Real time: what is due fires when it is due, and not while its own last run is at work.</summary>
public sealed class ScheduleTests : IAsyncLifetime
{
    private const string SlowPath = "/slow.png";
    private const string Publish = "<imageServingPublishJob><publishType>Full</publishType><emailSetting>None</emailSetting></imageServingPublishJob>";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);
    private ServerWorld world = null!;
    private ServerProcess server = null!;

    public async Task InitializeAsync()
    {
        world = await ServerWorld.CreateAsync();
        world.Set("Server__TimeZone", "UTC");
        server = await world.StartReadyAsync();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Jobs_StartOnTime_WhenGivenATimeOrASchedule()
    {
        // The first call warms the server up; after it two seconds are enough to be stored in time.
        await world.PostAsync("getActiveJobs", "<companyHandle>c|47</companyHandle>");
        var now = TimeProvider.System.GetUtcNow();

        await world.SubmitAsync("Once", $"<execTime>{now.AddSeconds(2):yyyy-MM-ddTHH:mm:ss.fffZ}</execTime>{Publish}");
        await world.SubmitAsync("Rhythm", string.Create(CultureInfo.InvariantCulture, $"<execSchedule>{now.AddSeconds(3).Second} * * * * ?</execSchedule>{Publish}"));
        await ServerWorld.UntilAsync("both have started", Limit, () => Task.FromResult(DelaysOf("Once").Count + DelaysOf("Rhythm").Count >= 2));

        DelaysOf("Once").Should().ContainSingle().Which.Should().BeLessThan(Tolerance);
        DelaysOf("Rhythm").Should().ContainSingle().Which.Should().BeLessThan(Tolerance);
    }

    [Fact]
    public async Task Trigger_IsBlockedAndRunsOnceMore_WhenItsOwnRunIsStillAtWork()
    {
        var released = new TaskCompletionSource();
        world.Web.Answer(SlowPath, async _ =>
        {
            await released.Task;
            return LocalResponse.Ok(ServerWorld.Draw(1));
        });
        await world.SubmitAsync("Slow", $"""
            <execSchedule>0/10 * * * * ?</execSchedule><uploadUrlsJob><urlArray><items><sourceUrl>{world.Web.UrlOf(SlowPath)}</sourceUrl>
            <destPath>slow.png</destPath></items></urlArray><overwrite>true</overwrite><readyForPublish>true</readyForPublish>
            <createMask>false</createMask><emailSetting>None</emailSetting></uploadUrlsJob>
            """);

        await ServerWorld.UntilAsync("the second fire finds the first run at work", Limit, async () => await StateAsync() == "Blocked");
        DelaysOf("Slow").Should().ContainSingle("a blocked trigger starts nothing");
        released.SetResult();
        await ServerWorld.UntilAsync("the pending fire runs", TimeSpan.FromSeconds(8), () => Task.FromResult(DelaysOf("Slow").Count == 2));

        (await StateAsync()).Should().Be("Normal");
    }

    private async Task<string?> StateAsync()
    {
        var reply = await world.PostAsync("getScheduledJobs", "<companyHandle>c|47</companyHandle>");
        return ((GetScheduledJobsReturn)reply.Message).JobArray!.Items.Single().TriggerState;
    }

    // Ticks between the planned fire time and the creation of the run.
    private IReadOnlyList<TimeSpan> DelaysOf(string name) => world.Store.List(
        $"""SELECT abs("CreatedUtc" - "TriggerTimeUtc") FROM "Instances" WHERE "OriginalName" = '{name}'""",
        r => StoredTime(r.GetInt64(0)));

    private static TimeSpan StoredTime(long ticks) => TimeSpan.FromTicks(ticks);
}
