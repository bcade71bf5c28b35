namespace IpsJobs.Core.Jobs;

/// <summary>What a job handle of a control operation names.</summary>
/// <param name="Name">For faults: the scheduled or instance name.</param>
/// <param name="Trigger">The trigger the handle names; null when it names instances.</param>
/// <param name="Instances">Every instance the handle names, newest first.</param>
public sealed record JobTarget(string Name, JobTrigger? Trigger, IReadOnlyList<JobInstance> Instances)
{
    public IEnumerable<JobInstance> Live => Instances.Where(i => i.State != InstanceState.Done);
}
