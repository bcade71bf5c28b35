namespace IpsJobs.Imaging.Tests.Support;

/// <summary>Tags of one directory of a TIFF file, read without any image library.</summary>
public sealed class TiffPage(IReadOnlyDictionary<int, uint[]> tags)
{
    public const int SubfileType = 254;
    public const int Width = 256;
    public const int Height = 257;
    public const int BitsPerSample = 258;
    public const int Compression = 259;
    public const int Photometric = 262;
    public const int Orientation = 274;
    public const int SamplesPerPixel = 277;
    public const int Predictor = 317;
    public const int TileWidth = 322;
    public const int TileHeight = 323;
    public const int SubIfds = 330;
    public const int ChromaSubsampling = 530;
    public const int IccProfile = 34675;

    public uint[]? Find(int tag) => tags.GetValueOrDefault(tag);

    public uint? this[int tag] => Find(tag)?[0];

    public bool Has(int tag) => tags.ContainsKey(tag);

    public (uint Width, uint Height) Size => (this[TiffPage.Width]!.Value, this[TiffPage.Height]!.Value);
}
