namespace IpsJobs.Imaging;

/// <summary>Limits of image decoding (section <c>Imaging</c>).</summary>
public sealed class ImagingOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Imaging";

    /// <summary>Largest image in pixels (width times height).</summary>
    /// <remarks>A small file may claim any size, so the header is checked before decoding.</remarks>
    public long MaxPixels { get; set; } = 500_000_000;

    /// <summary>Images decoded at the same time; each takes room for some strips of 256 rows.</summary>
    public int MaxParallel { get; set; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>Pictures with so many pixels (width times height) are optimised one at a time.</summary>
    /// <remarks>The strips of one keep all processors busy, so a second one at the same time would take memory and hardly save time.</remarks>
    public long LargePixels { get; set; } = 12_000_000;

    /// <summary>Bytes of decoded pixels up to which a picture is kept in memory where all of it is needed at once; larger ones lie in a temporary file.</summary>
    public long MaxMemory { get; set; } = 128L * 1024 * 1024;

    /// <summary>Longest work on one picture.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(10);
}
