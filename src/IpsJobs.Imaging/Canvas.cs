using NetVips;

namespace IpsJobs.Imaging;

/// <summary>A picture computed once, whose pixels can then be read in any order: every option and every level needs them again.</summary>
internal sealed class Canvas : IDisposable
{
    private Canvas(Image image) => Image = image;

    public Image Image { get; }

    /// <summary>Computes the picture into memory, or into a file when it is larger than that.</summary>
    /// <param name="image">Read once, from top to bottom.</param>
    /// <param name="maxMemory">Bytes up to which it is kept in memory.</param>
    /// <param name="scratch">Where the file may lie.</param>
    public static Canvas Of(Image image, long maxMemory, Scratch scratch)
    {
        if (SizeOf(image) <= maxMemory)
            return new Canvas(image.CopyMemory());
        var path = scratch.Next(".v");
        image.Vipssave(path, keep: Enums.ForeignKeep.All);
        return new Canvas(Image.Vipsload(path, access: Enums.Access.Random));
    }

    /// <summary>A picture that is computed already, or is read only once.</summary>
    public static Canvas Same(Image image) => new(image.Copy());

    public void Dispose() => Image.Dispose();

    private static long SizeOf(Image image) => Pyramid.RowSize(image) * image.Height;
}
