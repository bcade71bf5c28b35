namespace IpsJobs.Scheduling;

/// <summary>How jobs are brought to work and alarms kept (section <c>Scheduling</c>).</summary>
public sealed class SchedulingOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Scheduling";

    /// <summary>How long a service that stops waits for running jobs before it leaves them to the next start.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long jobs that were told to leave may take until they have let go of their files.</summary>
    public TimeSpan LeaveTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Pause before the first repetition of something that the store refused; doubles up to <see cref="MaxRetryDelay"/>.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest pause between repetitions.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromMinutes(10);
}
