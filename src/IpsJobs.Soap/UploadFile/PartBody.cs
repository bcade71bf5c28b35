using IpsJobs.Core.Faults;
using IpsJobs.Soap.Envelopes;
using Microsoft.AspNetCore.WebUtilities;

namespace IpsJobs.Soap.UploadFile;

/// <summary>Reads multipart bodies, and tells failures of theirs from those of our disk.</summary>
internal static class PartBody
{
    /// <summary>The next part, with what is left of the one before thrown away; null at the end.</summary>
    /// <exception cref="RuleViolationException">30003: the body is damaged or ends too early.</exception>
    public static async Task<MultipartSection?> NextAsync(MultipartReader parts, CancellationToken cancellationToken)
    {
        try
        {
            return await parts.ReadNextSectionAsync(cancellationToken);
        }
        catch (Exception damage) when (damage is IOException or InvalidDataException)
        {
            throw Damaged();
        }
    }

    /// <returns>Bytes read; 0 at the end of the part.</returns>
    /// <exception cref="RuleViolationException">30003: the body is damaged or ends too early.</exception>
    public static async ValueTask<int> ReadAsync(Stream body, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception damage) when (damage is IOException or InvalidDataException)
        {
            throw Damaged();
        }
    }

    /// <summary>The whole part in memory.</summary>
    /// <exception cref="RuleViolationException">30003: larger than <paramref name="maxBytes"/>, or damaged.</exception>
    public static async Task<PooledBuffer> ReadAllAsync(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        var buffer = new PooledBuffer();
        try
        {
            int read;
            while ((read = await ReadAsync(body, buffer.GetMemory(maxBytes + 1 - (int)buffer.Length), cancellationToken)) > 0)
            {
                buffer.Advance(read);
                if (buffer.Length > maxBytes)
                    throw Violations.InvalidRequestXml($"The part is larger than {maxBytes} bytes");
            }

            return buffer;
        }
        catch
        {
            await buffer.DisposeAsync();
            throw;
        }
    }

    private static RuleViolationException Damaged() => Violations.InvalidRequestXml("The multipart body is damaged or ends too early");
}
