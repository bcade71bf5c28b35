namespace IpsJobs.Core.Configuration;

/// <summary>How jobs are run (section <c>Jobs</c>).</summary>
public sealed class JobOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Jobs";

    /// <summary>Instances that work at the same time over all companies.</summary>
    public int MaxRunning { get; set; } = 10;

    /// <summary>Waiting instances a lane may hold before an immediate submit is refused; 0 means unlimited.</summary>
    public int MaxWaitingPerLane { get; set; }

    /// <summary>Interruptions by a restart after which an instance is closed as failed instead of being resumed.</summary>
    public int MaxInterruptions { get; set; } = 3;

    /// <summary>Largest file that an upload may fetch or receive, in bytes; also the system property <c>UploadPostMaxFileSize</c>.</summary>
    public long UploadPostMaxFileSize { get; set; } = 2_147_483_648;
}
