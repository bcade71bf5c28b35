namespace IpsJobs.Handlers.Cleanup;

/// <summary>How long things are kept (section <c>Retention</c>).</summary>
public sealed class RetentionOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Retention";

    /// <summary>Days that a job log is kept after the job has ended.</summary>
    public int JobLogDays { get; set; } = 90;

    /// <summary>Days that the trash keeps an asset which nobody empties.</summary>
    public int TrashDays { get; set; } = 7;
}
