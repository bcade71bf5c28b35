using System.Buffers.Binary;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Head of a Photoshop file.</summary>
/// <param name="Version">1 for PSD, 2 for the large form PSB.</param>
/// <param name="Depth">Bits per channel.</param>
/// <param name="Mode">Colour mode as Photoshop numbers it.</param>
internal sealed record PsdHeader(int Version, int Depth, int Mode)
{
    private const int Length = 26;
    private const int VersionAt = 4;
    private const int DepthAt = 22;
    private const int ModeAt = 24;
    private const int DeepestDepth = 16;
    private const int Bitmap = 0;
    private const int Grey = 1;
    private const int Rgb = 3;
    private const int Cmyk = 4;

    /// <summary>The API documents PSB, deeper files and other colour modes as unsupported.</summary>
    public bool IsSupported => Version == 1 && Depth <= DeepestDepth && Mode is (Bitmap or Grey or Rgb or Cmyk);

    /// <summary>Null when the file is no Photoshop file, whatever its name says.</summary>
    public static PsdHeader? Find(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[Length];
        if (file.ReadAtLeast(head, Length, throwOnEndOfStream: false) < Length || !head.StartsWith("8BPS"u8))
            return null;
        return new PsdHeader(Short(head, VersionAt), Short(head, DepthAt), Short(head, ModeAt));
    }

    private static int Short(ReadOnlySpan<byte> head, int at) => BinaryPrimitives.ReadUInt16BigEndian(head[at..]);
}
