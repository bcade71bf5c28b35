using System.Collections.Concurrent;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Jobs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpsJobs.Scheduling.Dispatch;

/// <summary>Brings an instance back to its lane when it could not be taken to its end, e.g. because the disk was full.</summary>
/// <remarks>Without it such an instance would stay alive, and in its lane's way, until the next start of the service.</remarks>
internal sealed class RunRetries(
    Mailbox mailbox, IJobQueries queries, ServerClock clock, IOptions<SchedulingOptions> options, ILogger<RunRetries> logger) : IDisposable
{
    private const int MaxDoublings = 16;

    private readonly ConcurrentDictionary<long, int> attempts = new();
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Repeats the instance after a pause that doubles from time to time; returns at once.</summary>
    public void Later(long instanceId) => _ = RepeatAsync(instanceId);

    /// <summary>The instance came to its end.</summary>
    public void Forget(long instanceId) => attempts.TryRemove(instanceId, out _);

    public void Stop() => stopping.Cancel();

    public void Dispose() => stopping.Dispose();

    private async Task RepeatAsync(long instanceId)
    {
        var posted = false;
        while (!posted && !stopping.IsCancellationRequested)
            posted = await TryRepeatAsync(instanceId, attempts.AddOrUpdate(instanceId, 1, (_, count) => count + 1));
    }

    private async Task<bool> TryRepeatAsync(long instanceId, int attempt)
    {
        try
        {
            await Task.Delay(DelayOf(attempt), clock.Time, stopping.Token);
            if (await queries.FindInstanceAsync(instanceId, stopping.Token) is { } instance)
                mailbox.Post(new Letter.Waits(instance));
            return true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception failure)
        {
            logger.LogWarning(failure, "Instance {InstanceId} could not be read for its attempt {Attempt}", instanceId, attempt);
            return false;
        }
    }

    private TimeSpan DelayOf(int attempt)
    {
        var delay = options.Value.RetryDelay * Math.Pow(2, Math.Min(attempt - 1, MaxDoublings));
        return delay < options.Value.MaxRetryDelay ? delay : options.Value.MaxRetryDelay;
    }
}
