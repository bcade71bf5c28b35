using System.IO.Compression;
using IpsJobs.Core.Faults;
using Microsoft.AspNetCore.Http;

namespace IpsJobs.Soap.Envelopes;

/// <summary>Takes in the whole body of a request before anything is parsed.</summary>
/// <remarks>Parsing what still arrives would let a slow sender hold a thread.</remarks>
internal static class RequestBody
{
    // What a client says about its length is no reason to set that much memory aside.
    private const int MaxInitialCapacity = 64 * 1024;
    private const int MinInitialCapacity = 4 * 1024;

    /// <summary>Reads the body, inflated if it is compressed, and no more than one byte above <paramref name="maxBytes"/> of it.</summary>
    /// <exception cref="RuleViolationException">30003: too large, or compressed in an unknown way.</exception>
    /// <exception cref="InvalidDataException">The compressed data are damaged.</exception>
    /// <exception cref="BadHttpRequestException">The body did not arrive as HTTP wants it.</exception>
    public static async ValueTask<PooledBuffer> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
            throw TooLarge(maxBytes);
        var buffer = new PooledBuffer((int)Math.Clamp(request.ContentLength ?? 0, MinInitialCapacity, MaxInitialCapacity));
        try
        {
            await FillAsync(buffer, Decoded(request), maxBytes, cancellationToken);
            return buffer;
        }
        catch (IOException failure) when (failure is not BadHttpRequestException)
        {
            // Some damage to chunks, such as a size beyond all numbers, reaches us under no better name.
            await buffer.DisposeAsync();
            throw new BadHttpRequestException(failure.Message, failure);
        }
        catch
        {
            await buffer.DisposeAsync();
            throw;
        }
    }

    private static async ValueTask FillAsync(PooledBuffer buffer, Stream source, int maxBytes, CancellationToken cancellationToken)
    {
        int read;
        while ((read = await source.ReadAsync(buffer.GetMemory(maxBytes + 1 - (int)buffer.Length), cancellationToken)) > 0)
        {
            buffer.Advance(read);
            if (buffer.Length > maxBytes)
                throw TooLarge(maxBytes);
        }
    }

    private static Stream Decoded(HttpRequest request) => request.Headers.ContentEncoding.ToString().Trim().ToLowerInvariant() switch
    {
        "" or "identity" => request.Body,
        "gzip" or "x-gzip" => new GZipStream(request.Body, CompressionMode.Decompress, leaveOpen: true),
        "deflate" => new ZLibStream(request.Body, CompressionMode.Decompress, leaveOpen: true),
        _ => throw Violations.InvalidRequestXml("The content encoding is not supported"),
    };

    private static RuleViolationException TooLarge(int maxBytes) =>
        Violations.InvalidRequestXml($"The request is larger than {maxBytes} bytes");
}
