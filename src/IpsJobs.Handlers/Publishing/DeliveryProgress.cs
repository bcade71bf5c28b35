using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Shows how far the delivery to all targets is.</summary>
public sealed class DeliveryProgress(JobRun run, long items, long bytes)
{
    private long done;

    public void Add(int count)
    {
        done += count;
        var share = (PublishPhases.CleanupStart - PublishPhases.DeliveryStart) * done / Math.Max(1, items);
        run.Report(PublishPhases.DeliveryStart + (int)share, PublishPhases.DeliveringFiles, bytes);
    }
}
