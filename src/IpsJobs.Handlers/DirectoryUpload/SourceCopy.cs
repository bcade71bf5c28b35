using System.Buffers;
using System.Security.Cryptography;
using IpsJobs.Core.Assets;
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
        var info = new FileInfo(root.Resolve(file.Path));
        if (!info.Exists || (info.Attributes & FileAttributes.ReparsePoint) != 0 || !IncomingFiles.IsAsFound(info, file))
            return null;
        // Pipes and devices have no size either, and to open one may take forever.
        if (file.Size == 0)
            return SHA256.HashData([]);
        using var source = File.OpenHandle(info.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var hash = Copy(source, target, file.Size, cancellationToken);
        return RandomAccess.GetLength(source) == file.Size && File.GetLastWriteTimeUtc(source) == file.ModifiedUtc.UtcDateTime ? hash : null;
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
