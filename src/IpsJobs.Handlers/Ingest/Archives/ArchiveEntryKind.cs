namespace IpsJobs.Handlers.Ingest;

/// <summary>Kinds of archive entries.</summary>
internal enum ArchiveEntryKind
{
    File,

    /// <summary>Folders come into being with the files in them.</summary>
    Folder,

    Encrypted,

    /// <summary>A link, a device or another thing that is no file.</summary>
    Special,
}
