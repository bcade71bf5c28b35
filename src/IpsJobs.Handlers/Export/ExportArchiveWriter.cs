using System.IO.Compression;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Export;

/// <summary>Writes the archive straight to disk; files are stored as they are, because pictures do not get smaller.</summary>
public sealed class ExportArchiveWriter : IDisposable
{
    // Headers of an entry, its name twice, and a part of the directory at the end.
    private const int EntryOverhead = 256;
    private const int MaxNumber = 100_000;

    private readonly FileStream file;
    private readonly ZipArchive archive;
    private readonly long maxBytes;
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Starts an empty archive; one that an interrupted run left there is overwritten.</summary>
    public ExportArchiveWriter(string path, long maxBytes)
    {
        file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 256 * 1024);
        archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        this.maxBytes = maxBytes;
    }

    /// <summary>Entries so far.</summary>
    public int Count => names.Count;

    /// <summary>Adds a file under a name that is made unique by a number.</summary>
    /// <exception cref="FatalJobException">The archive would become too large.</exception>
    public async Task AddAsync(string source, string folder, string baseName, string extension, CancellationToken cancellationToken)
    {
        await using var content = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        var name = NewName(folder + baseName, extension);
        if (file.Length + content.Length + EntryOverhead + (4 * name.Length) > maxBytes)
            throw new FatalJobException(new LocalizedMessage("Log.Export.TooLarge", (maxBytes / (1024 * 1024)).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = ZipTime(File.GetLastWriteTime(source));
        await using var target = await entry.OpenAsync(cancellationToken);
        await content.CopyToAsync(target, bufferSize: 256 * 1024, cancellationToken);
    }

    public void Dispose()
    {
        archive.Dispose();
        file.Dispose();
    }

    // The case does not count, because archives are unpacked on file systems where it does not.
    private string NewName(string path, string extension)
    {
        var ending = extension.Length > 0 ? "." + extension : "";
        for (var number = 1; number < MaxNumber; number++)
        {
            var name = number == 1 ? path + ending : FormattableString.Invariant($"{path}-{number}{ending}");
            if (names.Add(name))
                return name;
        }

        throw new InvalidOperationException($"Too many files are named {path}");
    }

    // The format knows no time before 1980.
    private static DateTimeOffset ZipTime(DateTime time) => time.Year is < 1980 or > 2107 ? new DateTime(1980, 1, 1) : time;
}
