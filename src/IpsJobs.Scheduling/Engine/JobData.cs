using Quartz;

namespace IpsJobs.Scheduling.Engine;

/// <summary>All that the scheduler is told of our work: one id.</summary>
internal static class JobData
{
    private const string IdKey = "id";

    public static JobDataMap Of(long id) => new() { [IdKey] = id };

    public static long IdOf(IJobExecutionContext context) => (long)context.MergedJobDataMap[IdKey]!;
}
