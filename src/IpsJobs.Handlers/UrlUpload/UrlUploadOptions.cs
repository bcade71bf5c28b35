namespace IpsJobs.Handlers.UrlUpload;

/// <summary>How source addresses are fetched (section <c>UrlUpload</c>).</summary>
public sealed class UrlUploadOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "UrlUpload";

    /// <summary>Files of one job that are fetched at the same time; those of pictures and large files also processed.</summary>
    public int Parallel { get; set; } = 4;

    /// <summary>Small files of one job that may wait for their common commit.</summary>
    public int Batch { get; set; } = 256;

    /// <summary>Further attempts after a 5xx answer or a broken connection.</summary>
    public int Retries { get; set; } = 2;

    /// <summary>Pause before the first further attempt; doubled for the next.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait for the answer to begin, and for its next bytes.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest time for one file, further attempts included.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(15);
}
