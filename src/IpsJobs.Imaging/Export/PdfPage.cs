using System.Globalization;
using System.Text;
using NetVips;

namespace IpsJobs.Imaging.Export;

/// <summary>Writes an image as a PDF document of one page, which holds it as JPEG.</summary>
internal static class PdfPage
{
    private const double PointsPerInch = 72;
    private const double UsualResolution = 72;

    public static void Write(Image image, int quality, double? resolution, string targetPath)
    {
        var jpeg = image.JpegsaveBuffer(q: quality, keep: Enums.ForeignKeep.None);
        var points = PointsPerInch / (resolution ?? UsualResolution);
        var size = FormattableString.Invariant($"{image.Width * points:0.###} {image.Height * points:0.###}");
        var content = FormattableString.Invariant($"q {image.Width * points:0.###} 0 0 {image.Height * points:0.###} 0 0 cm /Im0 Do Q");
        var colors = image.Bands >= 3 ? "DeviceRGB" : "DeviceGray";
        using var file = new FileStream(targetPath, FileMode.Create, FileAccess.Write);
        var offsets = new List<long>();
        Put(file, "%PDF-1.4\n");
        Object("<</Type/Catalog/Pages 2 0 R>>");
        Object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
        Object($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {size}]/Resources<</XObject<</Im0 4 0 R>>>>/Contents 5 0 R>>");
        Object(FormattableString.Invariant(
            $"<</Type/XObject/Subtype/Image/Width {image.Width}/Height {image.Height}/ColorSpace/{colors}/BitsPerComponent 8/Filter/DCTDecode/Length {jpeg.Length}>>"),
            jpeg);
        Object(FormattableString.Invariant($"<</Length {content.Length}>>"), Encoding.ASCII.GetBytes(content));
        var start = file.Position;
        Put(file, FormattableString.Invariant($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets)
            Put(file, offset.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n");
        Put(file, FormattableString.Invariant($"trailer\n<</Size {offsets.Count + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"));

        void Object(string dictionary, byte[]? stream = null)
        {
            offsets.Add(file.Position);
            Put(file, FormattableString.Invariant($"{offsets.Count} 0 obj\n{dictionary}\n"));
            if (stream is not null)
            {
                Put(file, "stream\n");
                file.Write(stream);
                Put(file, "\nendstream\n");
            }

            Put(file, "endobj\n");
        }
    }

    private static void Put(FileStream file, string text) => file.Write(Encoding.ASCII.GetBytes(text));
}
