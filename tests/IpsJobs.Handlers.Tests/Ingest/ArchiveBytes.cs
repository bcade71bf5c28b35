using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace IpsJobs.Handlers.Tests.Ingest;

/// <summary>Writes archives, honest and hostile ones.</summary>
internal static class ArchiveBytes
{
    public static byte[] Zip(params (string Path, byte[] Content)[] files) => Zip(Encoding.UTF8, files);

    public static byte[] Zip(Encoding names, params (string Path, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (path, content) in files)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(content);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>A zip whose entry is a symbolic link, as Unix programs write it.</summary>
    public static byte[] ZipWithLink(string path, string target)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var link = archive.CreateEntry(path);
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using (var entry = link.Open())
                entry.Write(Encoding.UTF8.GetBytes(target));
            using var honest = archive.CreateEntry("honest.css").Open();
            honest.Write("x"u8);
        }
        return bytes.ToArray();
    }

    /// <summary>The bit that says that an entry is encrypted, in every header.</summary>
    public static byte[] Encrypted(byte[] zip) => Patch(zip, flags: at => zip[at] |= 1);

    public static byte[] Tar(params TarEntry[] entries)
    {
        using var bytes = new MemoryStream();
        using (var writer = new TarWriter(bytes, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var entry in entries)
                writer.WriteEntry(entry);
        }
        return bytes.ToArray();
    }

    public static TarEntry File(string path, byte[] content) =>
        new PaxTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(content) };

    public static TarEntry Link(TarEntryType type, string path, string target) => new PaxTarEntry(type, path) { LinkName = target };

    public static TarEntry Folder(string path) => new PaxTarEntry(TarEntryType.Directory, path);

    public static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
            packed.Write(content);
        return bytes.ToArray();
    }

    /// <summary>A zip that says of its only entry that it holds so many bytes.</summary>
    public static byte[] Claiming(byte[] zip, int length)
    {
        var at = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(zip.AsSpan(at + 24), length);
        return zip;
    }

    private static byte[] Patch(byte[] zip, Action<int> flags)
    {
        for (var at = 0; at + 10 < zip.Length; at++)
        {
            if (zip.AsSpan(at).StartsWith("PK\u0003\u0004"u8))
                flags(at + 6);
            else if (zip.AsSpan(at).StartsWith("PK\u0001\u0002"u8))
                flags(at + 8);
        }
        return zip;
    }
}
