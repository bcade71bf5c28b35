using System.Buffers.Binary;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Looks for a path in the Photoshop resources of a JPEG, TIFF, PSD or EPS file.</summary>
internal static class ClippingPath
{
    private const int BufferSize = 256 * 1024;
    private const int MarkLength = 4;
    private const int ResourceHeader = MarkLength + 2;
    private const int FirstPath = 2000;
    private const int LastPath = 2997;

    /// <summary>True when some resource block of the file is a path; every format stores the blocks in the same form.</summary>
    public static bool IsIn(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var buffer = new byte[BufferSize];
        var kept = 0;
        while (file.Read(buffer, kept, buffer.Length - kept) is var count and > 0)
        {
            var window = buffer.AsSpan(0, kept + count);
            if (HasPath(window))
                return true;
            // A block may begin in one window and end in the next.
            kept = Math.Min(ResourceHeader - 1, window.Length);
            window[^kept..].CopyTo(buffer);
        }
        return false;
    }

    private static bool HasPath(ReadOnlySpan<byte> window)
    {
        while (window.IndexOf("8BIM"u8) is var at and >= 0 && at + ResourceHeader <= window.Length)
        {
            if (BinaryPrimitives.ReadUInt16BigEndian(window[(at + MarkLength)..]) is >= FirstPath and <= LastPath)
                return true;
            window = window[(at + MarkLength)..];
        }
        return false;
    }
}
