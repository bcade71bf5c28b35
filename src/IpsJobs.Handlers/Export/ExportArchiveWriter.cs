using System.Buffers;
using System.Globalization;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using Microsoft.Win32.SafeHandles;

namespace IpsJobs.Handlers.Export;

/// <summary>Reads files for an archive and names them; what has been read is stored meanwhile.</summary>
/// <remarks>Files are stored as they are, because pictures do not get smaller.</remarks>
public sealed class ExportArchiveWriter(string path, long maxBytes) : IAsyncDisposable
{
    // Headers of an entry, its name twice, and a part of the directory at the end.
    private const int EntryOverhead = 256;
    private const int MaxNumber = 100_000;
    private const int ChunkSize = 256 * 1024;

    private readonly ArchiveEntries entries = new(path);
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
    private long bytes;

    /// <summary>Entries so far.</summary>
    public int Count => names.Count;

    /// <summary>Adds a file under a name that is made unique by a number. It has been read to its end when this returns.</summary>
    /// <exception cref="FatalJobException">The archive would become too large.</exception>
    /// <exception cref="IOException">The file cannot be read, or an earlier one could not be stored.</exception>
    public async Task AddAsync(string source, string folder, string baseName, string extension, CancellationToken cancellationToken)
    {
        using var content = File.OpenHandle(source, options: FileOptions.SequentialScan);
        var name = NewName(folder + baseName, extension);
        bytes += RandomAccess.GetLength(content) + EntryOverhead + (4 * name.Length);
        if (bytes > maxBytes)
            throw new FatalJobException(new LocalizedMessage("Log.Export.TooLarge", (maxBytes / (1024 * 1024)).ToString(CultureInfo.InvariantCulture)));
        await entries.BeginAsync(name, ZipTime(File.GetLastWriteTime(source)), cancellationToken);
        await ReadAsync(content, cancellationToken);
    }

    /// <summary>Waits until everything is stored, and closes the archive.</summary>
    /// <exception cref="IOException">Something could not be stored.</exception>
    public Task FinishAsync() => entries.FinishAsync();

    /// <summary>Leaves the file as it is, unusable unless it is finished; nothing writes to it any more.</summary>
    public ValueTask DisposeAsync() => entries.DisposeAsync();

    private async Task ReadAsync(SafeFileHandle content, CancellationToken cancellationToken)
    {
        var position = 0L;
        while (true)
        {
            var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
            var length = RandomAccess.Read(content, chunk, position);
            if (length == 0)
            {
                ArrayPool<byte>.Shared.Return(chunk);
                return;
            }

            position += length;
            await entries.AddAsync(chunk, length, cancellationToken);
        }
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
