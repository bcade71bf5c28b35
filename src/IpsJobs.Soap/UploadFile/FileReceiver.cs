using System.Buffers;
using System.Security.Cryptography;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Submission;
using Microsoft.Extensions.Options;

namespace IpsJobs.Soap.UploadFile;

/// <summary>Streams a file of a request into staging.</summary>
internal sealed class FileReceiver(IOptions<JobOptions> options)
{
    private const int BufferBytes = 128 * 1024;

    /// <summary>Receives the file, hashing it while it comes; memory does not grow with it.</summary>
    /// <param name="body">Its bytes as they are: what the part says of charset and encoding is often wrong and never needed.</param>
    /// <param name="fileName">As the client wrote it.</param>
    /// <param name="folder">Folder of the request.</param>
    /// <param name="number">Number of the file in it.</param>
    /// <param name="cancellationToken">Raised when the client is gone.</param>
    /// <exception cref="RuleViolationException">30001 for a file above the largest size, 30003 for a damaged body.</exception>
    public async Task<ReceivedFile> ReceiveAsync(
        Stream body, string fileName, UploadFolder folder, int number, CancellationToken cancellationToken)
    {
        var name = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            await using var file = new FileStream(
                Path.Combine(folder.FullPath, name), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
            var size = await CopyAsync(body, file, hash, buffer, fileName, cancellationToken);
            return new ReceivedFile($"{folder.Name}/{name}", fileName, size, hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<long> CopyAsync(
        Stream body, FileStream file, IncrementalHash hash, byte[] buffer, string fileName, CancellationToken cancellationToken)
    {
        var limit = options.Value.UploadPostMaxFileSize;
        long size = 0;
        int read;
        while ((read = await PartBody.ReadAsync(body, buffer, cancellationToken)) > 0)
        {
            size += read;
            if (size > limit)
                throw Violations.FileTooLarge(fileName, limit);
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return size;
    }
}
