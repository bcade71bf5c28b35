using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Lists what archives hold, entry by entry; formats go by the name of the file.</summary>
internal static class ArchiveReader
{
    // The directory of a zip file is read into memory as a whole.
    private const int DirectoryBytesPerEntry = 256;

    private const int UnixModeShift = 16;
    private const int UnixTypeMask = 0xF000;
    private const int UnixFile = 0x8000;
    private const int UnixFolder = 0x4000;

    private static readonly Encoding OldZipNames = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    /// <summary>Whether the name is that of an archive which can be unpacked.</summary>
    public static bool Knows(string fileName) => AssetNaming.Extension(fileName).ToLowerInvariant() is "zip" or "tar" or "gz" or "tgz";

    /// <summary>The entries in their order; the archive is closed at the end.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fileName">Its name as uploaded.</param>
    /// <param name="limits">Bounds of what is read.</param>
    /// <exception cref="ArchiveRefusedException">A limit is passed.</exception>
    /// <exception cref="InvalidDataException">It is damaged; many readers say so with other exceptions too.</exception>
    public static IEnumerable<ArchiveEntry> List(string path, string fileName, ArchiveLimits limits)
    {
        var name = fileName.ToLowerInvariant();
        if (name.EndsWith(".zip", StringComparison.Ordinal))
            return ListZip(path, limits);
        if (name.EndsWith(".tar", StringComparison.Ordinal))
            return ListTar(limits.Bound(File.OpenRead(path)));
        if (name.EndsWith(".tgz", StringComparison.Ordinal) || name.EndsWith(".tar.gz", StringComparison.Ordinal))
            return ListTar(limits.Bound(Unpacked(path)));
        return ListGzip(path, AssetNaming.BaseName(fileName), limits);
    }

    private static GZipStream Unpacked(string path) => new(File.OpenRead(path), CompressionMode.Decompress);

    private static IEnumerable<ArchiveEntry> ListZip(string path, ArchiveLimits limits)
    {
        using var directory = new BoundedStream(
            File.OpenRead(path), DirectoryBytesPerEntry * (long)Math.Max(limits.MaxEntries, 1024), limits.TooManyEntries);
        int count;
        using (var listed = new ZipArchive(directory, ZipArchiveMode.Read, leaveOpen: true, OldZipNames))
            count = listed.Entries.Count;
        if (count > limits.MaxEntries)
            throw limits.TooManyEntries();
        using var archive = new ZipArchive(File.OpenRead(path), ZipArchiveMode.Read, leaveOpen: false, OldZipNames);
        foreach (var entry in archive.Entries)
        {
            Stream? opened = null;
            yield return new ArchiveEntry(entry.FullName, KindOf(entry), entry.Length, () => opened = entry.Open()) { Crc32 = entry.Crc32 };
            opened?.Dispose();
        }
    }

    private static ArchiveEntryKind KindOf(ZipArchiveEntry entry)
    {
        if (entry.FullName.EndsWith('/') || entry.FullName.EndsWith('\\'))
            return ArchiveEntryKind.Folder;
        if (entry.IsEncrypted)
            return ArchiveEntryKind.Encrypted;
        return ((entry.ExternalAttributes >> UnixModeShift) & UnixTypeMask) switch
        {
            0 or UnixFile => ArchiveEntryKind.File,
            UnixFolder => ArchiveEntryKind.Folder,
            _ => ArchiveEntryKind.Special,
        };
    }

    private static IEnumerable<ArchiveEntry> ListTar(Stream stream)
    {
        using var archive = new TarReader(stream);
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.GlobalExtendedAttributes or TarEntryType.TapeVolume))
                yield return new ArchiveEntry(entry.Name, KindOf(entry), entry.Length, () => entry.DataStream ?? Stream.Null);
        }
    }

    private static ArchiveEntryKind KindOf(TarEntry entry) => entry.EntryType switch
    {
        TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile =>
            entry.Name.EndsWith('/') ? ArchiveEntryKind.Folder : ArchiveEntryKind.File,
        TarEntryType.Directory or TarEntryType.DirectoryList => ArchiveEntryKind.Folder,
        _ => ArchiveEntryKind.Special,
    };

    private static IEnumerable<ArchiveEntry> ListGzip(string path, string name, ArchiveLimits limits)
    {
        using var content = limits.Bound(Unpacked(path));
        yield return new ArchiveEntry(name, ArchiveEntryKind.File, null, () => content);
    }
}
