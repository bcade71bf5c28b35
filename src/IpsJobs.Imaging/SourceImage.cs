using NetVips;

namespace IpsJobs.Imaging;

/// <summary>An image file opened for reading; pixels are decoded when they are asked for.</summary>
/// <remarks>The file goes through a source and not by its name: libvips would read <c>a[1].jpg</c> as a name with options.</remarks>
internal sealed class SourceImage : IDisposable
{
    private const double MillimetresPerInch = 25.4;

    private readonly Source source;

    private SourceImage(Source source, Image image)
    {
        this.source = source;
        Image = image;
    }

    public Image Image { get; }

    /// <summary>Format found in the content, see <see cref="Core.Assets.ImageFacts"/>.</summary>
    public string Format => Loader switch
    {
        "heif" => "avif",
        "uhdr" => "jpeg",
        var name => name,
    };

    /// <summary>Pixels per inch. libvips says one pixel per millimetre when the file says nothing.</summary>
    public double? Resolution => Image.Xres is > 0 and not 1.0 ? Image.Xres * MillimetresPerInch : null;

    public bool IsTurned => Image.Contains("orientation") && (int)Image.Get("orientation") > 1;

    /// <summary>Frames or pages; 1 when the format has none.</summary>
    public int Frames => Image.Contains("n-pages") ? (int)Image.Get("n-pages") : 1;

    private string Loader
    {
        get
        {
            var loader = (string)Image.Get("vips-loader");
            return loader[..loader.IndexOf("load", StringComparison.Ordinal)];
        }
    }

    /// <summary>Opens the file by its content.</summary>
    /// <param name="path">The file.</param>
    /// <param name="access">Sequential keeps memory small; turning the image needs random access.</param>
    /// <exception cref="VipsException">No decoder reads it.</exception>
    public static SourceImage Open(string path, Enums.Access access)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException("The image file is missing", path);
        var source = Source.NewFromFile(path);
        try
        {
            // A truncated picture must not enter the store with a grey lower half.
            return new SourceImage(source, Image.NewFromSource(source, access: access, failOn: Enums.FailOn.Error));
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Image.Dispose();
        source.Dispose();
    }
}
