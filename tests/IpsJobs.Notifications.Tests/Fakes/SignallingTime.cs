using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.Notifications.Tests.Fakes;

/// <summary>A fake clock that tells when code has begun to wait, so that a test can move it without racing.</summary>
internal sealed class SignallingTime() : FakeTimeProvider(Epoch)
{
    public static readonly DateTimeOffset Epoch = new(2026, 8, 21, 16, 0, 0, TimeSpan.Zero);
    private readonly Signal<TimeSpan> timers = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        timers.Add(dueTime);
        return timer;
    }

    /// <summary>Waits until somebody waits for <paramref name="pause"/> for the given time, then lets it pass.</summary>
    public async Task PassAsync(TimeSpan pause, int occurrence = 1)
    {
        await timers.WaitAsync(all => all.Count(t => t == pause) >= occurrence);
        Advance(pause);
    }
}
