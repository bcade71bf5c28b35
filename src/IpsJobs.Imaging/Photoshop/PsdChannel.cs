namespace IpsJobs.Imaging;

/// <summary>A channel of a layer.</summary>
/// <param name="Id">0 and on are colours, -1 is opacity, -2 the layer mask.</param>
/// <param name="At">Place of its data in the file.</param>
/// <param name="Length">Bytes of its data, the compression code included.</param>
internal sealed record PsdChannel(int Id, long At, long Length)
{
    public const int Alpha = -1;
    public const int Mask = -2;
}
