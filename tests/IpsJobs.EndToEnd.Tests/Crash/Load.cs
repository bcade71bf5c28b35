using System.Collections.Concurrent;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Crash;

/// <summary>Clients that submit jobs, stop some, post files, and remember what was answered.</summary>
internal sealed class Load(ServerWorld world, JobMix mix)
{
    private const int Clients = 3;
    private const int JobsPerRound = 12;
    private const int SessionsPerRound = 2;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly ConcurrentQueue<LoadJob> submitted = new();
    private readonly List<UploadSessionLoad> sessions = [];

    /// <summary>Every job that was sent, answered or not.</summary>
    public IReadOnlyList<LoadJob> Jobs => [.. submitted];

    /// <summary>Every upload session that was begun.</summary>
    public IReadOnlyList<UploadSessionLoad> Sessions => sessions;

    /// <summary>Submits until a round's jobs are sent, the server is gone, or <paramref name="over"/> is raised.</summary>
    public async Task RunAsync(CancellationToken over)
    {
        var left = JobsPerRound;
        var posting = PostAsync(over);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            var isUp = true;
            while (isUp && !over.IsCancellationRequested && Interlocked.Decrement(ref left) >= 0)
                isUp = await SubmitAsync(mix.Next(), over);
        }));
        await posting;
    }

    /// <summary>Goes on with the sessions that a kill has cut off, until all are ended.</summary>
    public async Task EndSessionsAsync()
    {
        foreach (var session in sessions)
            await session.ContinueAsync(world, CancellationToken.None);
    }

    // Sessions of earlier rounds go on where they were, as a client does that has lost its connection.
    private async Task PostAsync(CancellationToken over)
    {
        sessions.AddRange(Enumerable.Range(0, SessionsPerRound).Select(_ => mix.NextSession()));
        try
        {
            foreach (var session in sessions.Where(s => !s.IsEnded))
                await session.ContinueAsync(world, over);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
        {
            // The server was killed; the next round goes on.
        }
    }

    private async Task<bool> SubmitAsync(LoadJob job, CancellationToken over)
    {
        try
        {
            var handle = await world.SubmitAsync(job.Name, job.Content);
            submitted.Enqueue(job with { Handle = handle });
            job = job with { Handle = handle };
            if (job.IsStopped)
                await StopAsync(handle);
            await Task.Delay(Pause, TimeProvider.System, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            if (job.Handle is null)
                submitted.Enqueue(job);
            return false;
        }
    }

    // A job for a moment ahead is none yet, and none to stop.
    private async Task StopAsync(string handle) =>
        await world.PostAsync("stopJob", $"<companyHandle>c|47</companyHandle><jobHandle>{handle}</jobHandle>");
}
