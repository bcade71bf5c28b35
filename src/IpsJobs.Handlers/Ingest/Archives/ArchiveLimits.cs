using System.Globalization;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>What one archive may unpack to.</summary>
internal sealed class ArchiveLimits(ArchiveOptions options, string path, long packedBytes)
{
    // Below this no ratio is a danger, and a short text that repeats itself is no attack.
    private const long Harmless = 1024 * 1024;

    public int MaxEntries => options.MaxEntries;

    /// <summary>Unpacked bytes that may be read.</summary>
    public long MaxBytes => Math.Min(options.MaxBytes, Math.Max(Harmless, packedBytes * options.MaxRatio));

    /// <summary>A stream that refuses to unpack more than is allowed, whatever the archive says of itself.</summary>
    public BoundedStream Bound(Stream unpacked) => new(unpacked, MaxBytes, TooLarge);

    public ArchiveRefusedException TooManyEntries() => new(new LocalizedMessage("Log.Archive.TooManyEntries", path, Text(options.MaxEntries)));

    public ArchiveRefusedException TooLarge() => MaxBytes == options.MaxBytes
        ? new ArchiveRefusedException(new LocalizedMessage("Log.Archive.TooLarge", path, Text(options.MaxBytes)))
        : new ArchiveRefusedException(new LocalizedMessage("Log.Archive.TooDense", path, Text(options.MaxRatio)));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
