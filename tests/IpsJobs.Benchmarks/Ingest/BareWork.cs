using System.Buffers;
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
        var taken = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel };
        await Parallel.ForEachAsync(sources, options, async (source, _) =>
        {
            var number = Interlocked.Increment(ref taken);
            var staged = Path.Combine(staging, number.ToString(CultureInfo.InvariantCulture));
            using (var file = File.OpenHandle(staged, FileMode.CreateNew, FileAccess.Write))
                await take(source, file);
            var place = Path.Combine(to, nameOf(source));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(staged, place);
            if (number % Batch == 0)
                Flush(to);
        });
        Flush(to);
    }

    private static void Flush(string folder) => Programs.Run("sync", folder, "--file-system", folder);

    private static async Task CopyAsync(string path, SafeFileHandle file)
    {
        using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        await SaveAsync(source, file);
    }

    private static async Task FetchAsync(HttpClient http, string address, SafeFileHandle file)
    {
        using var reply = await http.GetAsync(new Uri(address), HttpCompletionOption.ResponseHeadersRead);
        reply.EnsureSuccessStatusCode();
        await using var body = await reply.Content.ReadAsStreamAsync();
        await SaveAsync(body, file);
    }

    private static async Task SaveAsync(Stream source, SafeFileHandle file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        var offset = 0L;
        while (await source.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false) is var count and > 0)
        {
            hash.AppendData(buffer, 0, count);
            RandomAccess.Write(file, buffer.AsSpan(0, count), offset);
            offset += count;
        }
        _ = hash.GetHashAndReset();
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
