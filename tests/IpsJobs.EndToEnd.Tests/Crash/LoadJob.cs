namespace IpsJobs.EndToEnd.Tests.Crash;

/// <summary>A job of the load.</summary>
/// <param name="Name">Job name, unlike that of any other job.</param>
/// <param name="Content">What follows the job name in the request.</param>
internal sealed record LoadJob(string Name, string Content)
{
    /// <summary>Number of addresses of an upload; 0 for a publish.</summary>
    public int Urls { get; init; }

    public bool HasFollowOn { get; init; }

    /// <summary>Whether a client asks for its stop as soon as it is answered.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Path that is called at the end.</summary>
    public string? NotificationPath { get; init; }

    /// <summary>Handle as answered; null when the server was killed before the answer came.</summary>
    public string? Handle { get; init; }
}
