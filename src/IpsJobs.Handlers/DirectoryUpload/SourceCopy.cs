using System.Buffers;
using System.Security.Cryptography;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Files;
using IpsJobs.Handlers.Ingest;
using Microsoft.Win32.SafeHandles;

namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>Copies a source file to staging and computes its hash while the bytes pass by, so that each is read once.</summary>
internal static class SourceCopy
{
    private const int BufferSize = 256 * 1024;

    /// <param name="root">The incoming directory.</param>
    /// <param name="file">As found by the walk.</param>
    /// <param name="target">Created or replaced.</param>
    /// <param name="cancellationToken">Ends the copy.</param>
    /// <returns>SHA-256 of the copy; null when the file is no longer as it was found, so that the copy is worth nothing.</returns>
    /// <exception cref="IOException">It cannot be read, or staging cannot be written.</exception>
    public static byte[]? Copy(ConfinedRoot root, SourceFile file, string target, CancellationToken cancellationToken)
    {
        var path = root.Resolve(file.Path);
        // Pipes and devices have no size either, and to open one may take forever.
        if (file.Size == 0)
            return IncomingFiles.IsAsFound(path, file) ? SHA256.HashData([]) : null;
        using var source = Open(path, file);
        if (source is null)
            return null;
        var hash = Copy(source, target, file.Size, cancellationToken);
        return RandomAccess.GetLength(source) == file.Size && File.GetLastWriteTimeUtc(source) == file.ModifiedUtc.UtcDateTime ? hash : null;
    }

    private static SafeFileHandle? Open(string path, SourceFile file)
    {
        if (LinuxFiles.TryOpen(path, file.Size) is { } opened)
            return opened;
        return IncomingFiles.IsAsFound(path, file)
            ? File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
            : null;
    }

    private static byte[] Copy(SafeFileHandle source, string target, long size, CancellationToken cancellationToken)
    {
        using var copy = StagedFile.Create(target);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(size, BufferSize));
        try
        {
            // To the size it had and no further; whether it has grown since is asked afterwards.
            var offset = 0L;
            while (offset < size && RandomAccess.Read(source, buffer, offset) is var count and > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                hash.AppendData(buffer, 0, count);
                RandomAccess.Write(copy, buffer.AsSpan(0, count), offset);
                offset += count;
            }
            return hash.GetHashAndReset();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
