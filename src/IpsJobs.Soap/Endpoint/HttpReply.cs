using System.Globalization;
using System.IO.Compression;
using IpsJobs.Soap.Envelopes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace IpsJobs.Soap.Endpoint;

/// <summary>Sends a whole reply with its length, compressed when that is wanted and worth it.</summary>
internal static class HttpReply
{
    private const int GzipAbove = 1024;

    /// <param name="context">The exchange.</param>
    /// <param name="contentType">With charset.</param>
    /// <param name="content">The whole reply.</param>
    /// <param name="allowGzip">False: the client asked not to get compressed replies.</param>
    public static async Task SendAsync(HttpContext context, string contentType, PooledBuffer content, bool allowGzip)
    {
        context.Response.ContentType = contentType;
        if (!allowGzip || content.Length <= GzipAbove || !AcceptsGzip(context.Request.Headers.AcceptEncoding.ToString()))
        {
            await WriteAsync(context, content);
            return;
        }

        using var compressed = Compress(content);
        context.Response.Headers.ContentEncoding = "gzip";
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        await WriteAsync(context, compressed);
    }

    /// <summary>True when the header names gzip itself; <c>none</c>, <c>identity</c> and <c>*</c> do not.</summary>
    internal static bool AcceptsGzip(string acceptEncoding)
    {
        foreach (var range in acceptEncoding.AsSpan().Split(','))
        {
            var coding = acceptEncoding.AsSpan(range).Trim();
            var end = coding.IndexOf(';');
            var name = end < 0 ? coding : coding[..end].TrimEnd();
            if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase) || name.Equals("x-gzip", StringComparison.OrdinalIgnoreCase))
                return end < 0 || !IsRefused(coding[(end + 1)..]);
        }

        return false;
    }

    private static bool IsRefused(ReadOnlySpan<char> parameter)
    {
        parameter = parameter.Trim();
        return parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
            && double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality)
            && quality == 0;
    }

    private static PooledBuffer Compress(PooledBuffer content)
    {
        var compressed = new PooledBuffer();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(content.Written.Span);
        return compressed;
    }

    private static async Task WriteAsync(HttpContext context, PooledBuffer content)
    {
        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content.Written, context.RequestAborted);
    }
}
