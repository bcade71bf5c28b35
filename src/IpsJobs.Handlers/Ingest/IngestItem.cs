using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Ingest;

/// <summary>A received file that is to become an asset.</summary>
public sealed record IngestItem
{
    /// <summary>Identifies the file inside its instance; a file whose key has a row is not done again.</summary>
    public required string ItemKey { get; init; }

    /// <summary>The received bytes, below the instance's staging directory; gone afterwards, whatever happens. Empty for a part without a file.</summary>
    public required string StagedPath { get; init; }

    /// <summary>Folder with company root and trailing slash.</summary>
    public required string Folder { get; init; }

    /// <summary>File name as given; forbidden characters are removed here.</summary>
    public required string FileName { get; init; }

    /// <summary>Bytes received.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the bytes received, 32 bytes.</summary>
    public required byte[] Sha256 { get; init; }

    public required UploadSettings Settings { get; init; }

    /// <summary>What the file was made from; null for files that came from outside.</summary>
    public GeneratedPart? Part { get; init; }

    /// <summary>Transfer counters, and the total where it is not written beforehand; committed with the file's row.</summary>
    public JobCounters Extra { get; init; } = JobCounters.None;

    /// <summary>Its entry in the ledger of directory uploads, written with an asset or a duplicate; null for files from elsewhere.</summary>
    public LedgerEntry? Taken { get; init; }
}
