using System.Buffers.Binary;

namespace IpsJobs.Imaging;

/// <summary>Head of a Photoshop file.</summary>
/// <param name="Version">1 for PSD, 2 for the large form PSB.</param>
/// <param name="Channels">Channels of the merged picture, alpha channels included.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Depth">Bits per channel.</param>
/// <param name="Mode">Colour mode.</param>
internal sealed record PsdHeader(int Version, int Channels, int Height, int Width, int Depth, PsdMode Mode)
{
    public const int Length = 26;
    private const int LargestSide = 30_000;
    private const int MostChannels = 56;

    /// <summary>The API documents PSB, deeper files and other colour modes as unsupported.</summary>
    public bool IsSupported =>
        Version == 1
        && Enum.IsDefined(Mode)
        && Depth == 1 == (Mode == PsdMode.Bitmap)
        && Depth is 1 or 8 or 16
        && Width is > 0 and <= LargestSide
        && Height is > 0 and <= LargestSide
        && Channels >= Colours && Channels <= MostChannels;

    public int Colours => Mode switch
    {
        PsdMode.Rgb => 3,
        PsdMode.Cmyk => 4,
        _ => 1,
    };

    /// <summary>Null when the file is no Photoshop file, whatever its name says.</summary>
    public static PsdHeader? Find(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[Length];
        return file.ReadAtLeast(head, Length, throwOnEndOfStream: false) < Length || !head.AsSpan().StartsWith("8BPS"u8)
            ? null
            : new PsdHeader(Short(head, 4), Short(head, 12), Long(head, 14), Long(head, 18), Short(head, 22), (PsdMode)Short(head, 24));
    }

    private static int Short(ReadOnlySpan<byte> head, int at) => BinaryPrimitives.ReadUInt16BigEndian(head[at..]);

    private static int Long(ReadOnlySpan<byte> head, int at) => BinaryPrimitives.ReadInt32BigEndian(head[at..]);
}
