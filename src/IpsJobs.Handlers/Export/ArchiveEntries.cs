using System.Buffers;
using System.IO.Compression;
using System.Threading.Channels;
using Microsoft.Win32.SafeHandles;

namespace IpsJobs.Handlers.Export;

/// <summary>Stores entries of an archive while the next ones are read, and brings it to the disk while it grows.</summary>
/// <remarks>What has been read and not stored yet is bounded. An archive that an interrupted run left at the path is overwritten.</remarks>
internal sealed class ArchiveEntries : IAsyncDisposable
{
    private const int MaxWaiting = 16;

    // None: entries are written in large pieces anyway, and nothing is left that could fail when an unfinished archive is closed.
    private const int BufferSize = 0;

    // Without it all would be brought to the disk at the end, and nothing be done meanwhile.
    private const long FlushEvery = 16 << 20;

    private readonly Channel<Piece> pieces = Channel.CreateBounded<Piece>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true, SingleWriter = true });
    private readonly SafeFileHandle handle;
    private readonly FileStream file;
    private readonly ZipArchive archive;
    private readonly Task storing;
    private Task flushing = Task.CompletedTask;
    private long flushed;

    public ArchiveEntries(string path)
    {
        handle = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite);
        file = new FileStream(handle, FileAccess.ReadWrite, BufferSize);
        archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        storing = Task.Run(StoreAsync);
    }

    /// <summary>Begins an entry; the one before ends.</summary>
    public Task BeginAsync(string name, DateTimeOffset time, CancellationToken cancellationToken) =>
        PutAsync(new Piece(name, time, Chunk: [], Length: 0), cancellationToken);

    /// <summary>Adds bytes to the entry.</summary>
    /// <param name="chunk">Rented from the shared pool; given back here.</param>
    /// <param name="length">Bytes of it that count.</param>
    /// <param name="cancellationToken">Counts while it waits for a place.</param>
    public Task AddAsync(byte[] chunk, int length, CancellationToken cancellationToken) =>
        PutAsync(new Piece(Name: null, Time: default, chunk, length), cancellationToken);

    /// <summary>Waits until everything is stored, and writes the directory of the archive.</summary>
    public async Task FinishAsync()
    {
        pieces.Writer.TryComplete();
        await storing;
        await flushing;
        archive.Dispose();
        file.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        pieces.Writer.TryComplete();
        // Whoever adds or finishes is told of a failure; here only nothing may be left that writes.
        await storing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await flushing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        file.Dispose();
    }

    private async Task PutAsync(Piece piece, CancellationToken cancellationToken)
    {
        try
        {
            await pieces.Writer.WriteAsync(piece, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            await storing;
            throw;
        }
    }

    private async Task StoreAsync()
    {
        try
        {
            Stream? entry = null;
            await foreach (var piece in pieces.Reader.ReadAllAsync())
                entry = Store(piece, entry);
            entry?.Dispose();
        }
        catch (Exception failure)
        {
            pieces.Writer.TryComplete(failure);
            throw;
        }
    }

    private Stream Store(Piece piece, Stream? entry)
    {
        if (piece.Name is null)
        {
            entry!.Write(piece.Chunk, 0, piece.Length);
            ArrayPool<byte>.Shared.Return(piece.Chunk);
            FlushNow();
            return entry;
        }

        entry?.Dispose();
        var next = archive.CreateEntry(piece.Name, CompressionLevel.NoCompression);
        next.LastWriteTime = piece.Time;
        return next.Open();
    }

    private void FlushNow()
    {
        if (file.Position - flushed < FlushEvery || !flushing.IsCompletedSuccessfully)
            return;
        flushed = file.Position;
        flushing = Task.Run(() => RandomAccess.FlushToDisk(handle));
    }

    private sealed record Piece(string? Name, DateTimeOffset Time, byte[] Chunk, int Length);
}
