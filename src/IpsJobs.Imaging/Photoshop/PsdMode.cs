namespace IpsJobs.Imaging;

/// <summary>Colour modes that are read, as Photoshop numbers them.</summary>
internal enum PsdMode
{
    Bitmap = 0,
    Grey = 1,
    Rgb = 3,
    Cmyk = 4,
}
