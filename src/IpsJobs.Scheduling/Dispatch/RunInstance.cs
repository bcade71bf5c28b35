using IpsJobs.Core.Jobs;

namespace IpsJobs.Scheduling.Dispatch;

/// <summary>What <see cref="JobRunner.RunAsync"/> does.</summary>
internal delegate Task<InstanceEndResult?> RunInstance(long instanceId, CancellationToken shutdown);
