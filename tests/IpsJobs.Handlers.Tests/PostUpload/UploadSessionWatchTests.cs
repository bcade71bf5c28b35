using IpsJobs.Core.Jobs;
using IpsJobs.Core.Submission;
using IpsJobs.Handlers.PostUpload;
using IpsJobs.Handlers.Tests.UrlUpload;

namespace IpsJobs.Handlers.Tests.PostUpload;

public sealed class UploadSessionWatchTests : IDisposable
{
    private readonly PostUploadFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Look_ClosesTheSession_WhenItWasSilentForThirtyMinutes()
    {
        await RestingSessionAsync();
        fixture.Time.Advance(TimeSpan.FromMinutes(30));

        await fixture.Watch.LookAsync(default);

        (await StateAsync()).Should().Be(UploadSessionState.TimedOut);
        fixture.Dispatcher.Enqueued.Should().ContainSingle();
    }

    [Fact]
    public async Task Look_LeavesTheSessionOpen_WhenThirtyMinutesAreNotOver()
    {
        await RestingSessionAsync();
        fixture.Time.Advance(TimeSpan.FromMinutes(29));
        await fixture.SendAsync(endJob: false);
        fixture.Time.Advance(TimeSpan.FromMinutes(29));

        await fixture.Watch.LookAsync(default);

        (await StateAsync()).Should().Be(UploadSessionState.Open);
        fixture.Dispatcher.Enqueued.Should().BeEmpty();
    }

    [Fact]
    public async Task Look_LeavesTheSessionOpen_WhenARequestIsOnItsWay()
    {
        await RestingSessionAsync();
        using var request = fixture.Activity.Enter(fixture.Instance.InstanceId);
        fixture.Time.Advance(TimeSpan.FromHours(2));

        await fixture.Watch.LookAsync(default);

        (await StateAsync()).Should().Be(UploadSessionState.Open);
    }

    [Fact]
    public async Task Look_DispatchesTheSession_WhenAnEarlierRunLeftFiles()
    {
        await fixture.SendAsync(endJob: false, ("Sample/a.png", UploadFixture.Picture()));
        fixture.Put(i => i with { State = InstanceState.WaitingClient });

        await fixture.Watch.LookAsync(default);

        fixture.Dispatcher.Enqueued.Should().ContainSingle();
    }

    [Fact]
    public async Task Look_SweepsStaging()
    {
        await RestingSessionAsync();
        using (fixture.Staging.Open())
        {
            // Left behind by a request that failed.
        }

        await fixture.Watch.LookAsync(default);

        Directory.GetDirectories(fixture.Data.Staging, "post-*").Should().BeEmpty();
    }

    [Fact]
    public async Task Watch_LooksAgain_WhenARoundIsOver()
    {
        await RestingSessionAsync();
        using var watch = fixture.Watch;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await watch.StartAsync(default);

        while (await StateAsync() == UploadSessionState.Open)
        {
            // Lets the watch come to its next pause; the time it waits for is the fake one.
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, limit.Token);
            fixture.Time.Advance(UploadSessionWatch.Round);
        }

        await watch.StopAsync(default);
        fixture.Dispatcher.Enqueued.Should().ContainSingle();
    }

    private async Task RestingSessionAsync()
    {
        await fixture.SendAsync(endJob: false);
        fixture.Put(i => i with { State = InstanceState.WaitingClient });
    }

    private async Task<UploadSessionState> StateAsync() =>
        (await fixture.Sessions.FindAsync(fixture.Instance.InstanceId, default))!.State;
}
