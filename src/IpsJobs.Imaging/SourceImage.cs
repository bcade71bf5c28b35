using System.Buffers.Binary;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Messages;
using NetVips;

namespace IpsJobs.Imaging;

/// <summary>An image file opened for reading; pixels are decoded when they are asked for.</summary>
/// <remarks>The file goes through a source and not by its name: libvips would read <c>a[1].jpg</c> as a name with options.</remarks>
internal sealed class SourceImage : IDisposable
{
    private const double MillimetresPerInch = 25.4;
    private const double FixedOne = 65536;
    private const string PsdFormat = "psd";

    private readonly IDisposable source;

    private SourceImage(IDisposable source, Image image, string format)
    {
        this.source = source;
        Image = image;
        Format = format;
    }

    public Image Image { get; }

    /// <summary>Format found in the content, see <see cref="ImageFacts"/>.</summary>
    public string Format { get; }

    /// <summary>Pixels per inch. libvips says one pixel per millimetre when the file says nothing.</summary>
    public double? Resolution => Image.Xres is > 0 and not 1.0 ? Image.Xres * MillimetresPerInch : null;

    public bool IsTurned => Image.Contains("orientation") && (int)Image.Get("orientation") > 1;

    /// <summary>Frames or pages; 1 when the format has none.</summary>
    public int Frames => Image.Contains("n-pages") ? (int)Image.Get("n-pages") : 1;

    /// <summary>Opens the file by its content, to be decoded once from top to bottom.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxPixels">Largest picture.</param>
    /// <exception cref="ImageUnreadableException">It is a documented unsupported form or too large.</exception>
    /// <exception cref="VipsException">No decoder reads it.</exception>
    public static SourceImage Open(string path, long maxPixels)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException("The image file is missing", path);
        return PsdHeader.Find(path) is { } header ? OpenPhotoshop(path, header, maxPixels) : OpenOther(path);
    }

    public void Dispose()
    {
        Image.Dispose();
        source.Dispose();
    }

    private static SourceImage OpenOther(string path)
    {
        var source = Source.NewFromFile(path);
        try
        {
            // A truncated picture must not enter the store with a grey lower half.
            var image = Image.NewFromSource(source, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
            return new SourceImage(source, image, NameOf(image));
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    private static SourceImage OpenPhotoshop(string path, PsdHeader header, long maxPixels)
    {
        SourceForms.CheckSize(header.Width, header.Height, maxPixels);
        if (!header.IsSupported)
            throw new ImageUnreadableException(new LocalizedMessage("Log.Image.PhotoshopForm"));
        var file = File.OpenRead(path);
        try
        {
            var document = PsdDocument.Read(file, header);
            return new SourceImage(file, Scaled(new PsdPixels(document, file).Merged(), document), PsdFormat);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or OverflowException)
        {
            file.Dispose();
            throw new ImageUnreadableException(new LocalizedMessage("Log.Image.Unreadable"), broken);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static Image Scaled(Image image, PsdDocument document)
    {
        if (document.Resources.FirstOrDefault(r => r.Id == PhotoshopResource.Resolution) is not { Data.Length: >= 4 } resolution)
            return image;
        var perMillimetre = BinaryPrimitives.ReadInt32BigEndian(resolution.Data) / FixedOne / MillimetresPerInch;
        return perMillimetre > 0 ? image.Copy(xres: perMillimetre, yres: perMillimetre) : image;
    }

    private static string NameOf(Image image)
    {
        var loader = (string)image.Get("vips-loader");
        return loader[..loader.IndexOf("load", StringComparison.Ordinal)] switch
        {
            "heif" => "avif",
            "uhdr" => "jpeg",
            var name => name,
        };
    }
}
