namespace IpsJobs.Core.Jobs;

/// <summary>An instance to be stored in state <see cref="InstanceState.New"/>.</summary>
/// <param name="Definition">What to run.</param>
/// <param name="TriggerTimeUtc">Planned time; the submit time of an immediate job.</param>
public sealed record NewInstance(JobDefinition Definition, DateTimeOffset TriggerTimeUtc)
{
    /// <summary>Text before the original name in the instance's name, <c>Pub_</c> for a follow-on publish.</summary>
    public string NamePrefix { get; init; } = "";

    public string? InitiatingJobName { get; init; }

    public long? TriggerId { get; init; }
}
