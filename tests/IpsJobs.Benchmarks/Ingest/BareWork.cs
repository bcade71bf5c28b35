using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace IpsJobs.Benchmarks.Ingest;

/// <summary>What no upload can do without and nothing else: each file copied or fetched to staging and hashed on the way, flushed in
/// batches, renamed into place. No job, no names, no rows.</summary>
/// <remarks>Shows how much of the time of a benchmark is the machine's and how much is ours.</remarks>
internal static class BareWork
{
    private const int Batch = 512;
    private const int BufferSize = 128 * 1024;

    /// <summary>All files of a tree, as many at a time as there are processors.</summary>
    public static async Task<TimeSpan> CopyAsync(string from, string to)
    {
        var clock = Stopwatch.StartNew();
        var files = Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories);
        await PlaceAsync(files, to, Environment.ProcessorCount, path => Path.GetRelativePath(from, path), CopyAsync);
        return clock.Elapsed;
    }

    /// <summary>All addresses, over so many connections.</summary>
    public static async Task<TimeSpan> FetchAsync(IEnumerable<string> addresses, string to, int connections)
    {
        using var http = new HttpClient();
        var clock = Stopwatch.StartNew();
        await PlaceAsync(addresses, to, connections, a => Path.GetFileName(a)!, (address, file) => FetchAsync(http, address, file));
        return clock.Elapsed;
    }

    private static async Task PlaceAsync(
        IEnumerable<string> sources, string to, int parallel, Func<string, string> nameOf, Func<string, SafeFileHandle, Task> take)
    {
        var staging = Directory.CreateDirectory(Path.Combine(to, "staging")).FullName;
        var folders = new ConcurrentDictionary<string, DirectoryInfo>(StringComparer.Ordinal);
        var taken = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel };
        await Parallel.ForEachAsync(sources, options, async (source, _) =>
        {
            var number = Interlocked.Increment(ref taken);
            var staged = Path.Combine(staging, number.ToString(CultureInfo.InvariantCulture));
            using (var file = File.OpenHandle(staged, FileMode.CreateNew, FileAccess.Write))
                await take(source, file);
            var place = Path.Combine(to, nameOf(source));
            folders.GetOrAdd(Path.GetDirectoryName(place)!, Directory.CreateDirectory);
            File.Move(staged, place);
            if (number % Batch == 0)
                Flush(to);
        });
        Flush(to);
    }

    private static void Flush(string folder) => Programs.Run("sync", folder, "--file-system", folder);

    // Read on the spot: a stream would send every read of a file over the pool.
    private static async Task CopyAsync(string path, SafeFileHandle file)
    {
        using var source = File.OpenHandle(path);
        await SaveAsync((buffer, offset) => ValueTask.FromResult(RandomAccess.Read(source, buffer.Span, offset)), file);
    }

    private static async Task FetchAsync(HttpClient http, string address, SafeFileHandle file)
    {
        using var reply = await http.GetAsync(new Uri(address), HttpCompletionOption.ResponseHeadersRead);
        reply.EnsureSuccessStatusCode();
        await using var body = await reply.Content.ReadAsStreamAsync();
        await SaveAsync((buffer, _) => body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false), file);
    }

    private static async Task SaveAsync(Func<Memory<byte>, long, ValueTask<int>> read, SafeFileHandle file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        var offset = 0L;
        while (await read(buffer, offset) is var count and > 0)
        {
            hash.AppendData(buffer, 0, count);
            RandomAccess.Write(file, buffer.AsSpan(0, count), offset);
            offset += count;
        }
        _ = hash.GetHashAndReset();
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
