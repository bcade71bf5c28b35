using System.Collections.Concurrent;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Crash;

/// <summary>Clients that submit jobs and remember what was answered.</summary>
internal sealed class Load(ServerWorld world, JobMix mix)
{
    private const int Clients = 3;
    private const int JobsPerRound = 24;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly ConcurrentQueue<LoadJob> submitted = new();

    /// <summary>Every job that was sent, answered or not.</summary>
    public IReadOnlyList<LoadJob> Jobs => [.. submitted];

    /// <summary>Submits until a round's jobs are sent, the server is gone, or <paramref name="over"/> is raised.</summary>
    public async Task RunAsync(CancellationToken over)
    {
        var left = JobsPerRound;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            var isUp = true;
            while (isUp && !over.IsCancellationRequested && Interlocked.Decrement(ref left) >= 0)
                isUp = await SubmitAsync(mix.Next(), over);
        }));
    }

    private async Task<bool> SubmitAsync(LoadJob job, CancellationToken over)
    {
        try
        {
            submitted.Enqueue(job with { Handle = await world.SubmitAsync(job.Name, job.Content) });
            await Task.Delay(Pause, TimeProvider.System, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            submitted.Enqueue(job);
            return false;
        }
    }
}
