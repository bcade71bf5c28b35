namespace IpsJobs.Imaging.Tools;

/// <summary>Limits of the programs that read documents and videos (section <c>Tools</c>).</summary>
public sealed class ToolOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Tools";

    /// <summary>Longest run of a program on one page or document.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Longest run of a video encoding.</summary>
    public TimeSpan EncodingTimeout { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Videos encoded at the same time; each encoding uses all processors.</summary>
    public int MaxEncodings { get; set; } = 1;

    /// <summary>Address space of one program, bytes.</summary>
    public long MaxMemory { get; set; } = 4L * 1024 * 1024 * 1024;

    /// <summary>Largest file or output of one program, bytes.</summary>
    public long MaxOutput { get; set; } = 4L * 1024 * 1024 * 1024;
}
