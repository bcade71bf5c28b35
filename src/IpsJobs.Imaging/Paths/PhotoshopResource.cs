namespace IpsJobs.Imaging;

/// <summary>One image resource of a Photoshop file, as other formats carry it too.</summary>
internal sealed record PhotoshopResource(int Id, string Name, byte[] Data)
{
    public const int Resolution = 1005;
    public const int Iptc = 1028;
    public const int IccProfile = 1039;
    public const int Exif = 1058;
    public const int Xmp = 1060;
    public const int FirstPath = 2000;
    public const int LastPath = 2997;
    public const int ClippingPathName = 2999;
}
