namespace IpsJobs.Handlers.Ingest;

/// <summary>What an archive holds at one place.</summary>
/// <param name="Path">As written in the archive.</param>
/// <param name="Kind">Whether it can become a file.</param>
/// <param name="Length">Unpacked bytes; null while unknown.</param>
/// <param name="Open">Its content; to be read before the next entry is asked for.</param>
internal sealed record ArchiveEntry(string Path, ArchiveEntryKind Kind, long? Length, Func<Stream> Open)
{
    /// <summary>Checksum of the unpacked bytes; null where the format checks its own, or has none.</summary>
    public uint? Crc32 { get; init; }
}
