using System.Diagnostics;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Benchmarks.Dispatch;

/// <summary>A publish that does nothing but look at the clock.</summary>
internal sealed class StampHandler(FirstLines lines) : IJobHandler
{
    public Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        lines.Note(run.Instance.Definition.OriginalName, Stopwatch.GetTimestamp());
        return Task.CompletedTask;
    }
}
