using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace IpsJobs.Imaging;

/// <summary>The clipping path of a document, as SVG path data.</summary>
internal static class ClippingPath
{
    private const int RecordLength = 26;
    private const double FixedOne = 1 << 24;

    private enum Selector
    {
        ClosedLength = 0,
        ClosedLinked = 1,
        ClosedUnlinked = 2,
        OpenLength = 3,
        OpenLinked = 4,
        OpenUnlinked = 5,
        InitialFill = 8,
    }

    /// <summary>The path that the document names as its clipping path, else its first saved one.</summary>
    /// <param name="block">Photoshop resources of the document.</param>
    /// <param name="width">Of the picture as stored, in pixels.</param>
    /// <param name="height">Of the picture as stored, in pixels.</param>
    /// <returns>Null when the document has no path.</returns>
    public static string? Find(byte[] block, int width, int height)
    {
        var resources = PhotoshopResources.Read(block).ToList();
        var paths = resources.Where(r => r.Id is >= PhotoshopResource.FirstPath and <= PhotoshopResource.LastPath).ToList();
        var named = resources.Find(r => r.Id == PhotoshopResource.ClippingPathName) is { Data: [var length, ..] name } && name.Length > length
            ? Encoding.Latin1.GetString(name, 1, length)
            : null;
        var path = paths.Find(p => p.Name == named) ?? paths.FirstOrDefault();
        return path is null ? null : Draw(path.Data, width, height);
    }

    private static string Draw(byte[] data, int width, int height)
    {
        var drawn = new StringBuilder();
        var knots = new List<Knot>();
        for (var at = 0; at + RecordLength <= data.Length; at += RecordLength)
        {
            var record = data.AsSpan(at, RecordLength);
            switch ((Selector)BinaryPrimitives.ReadUInt16BigEndian(record))
            {
                case Selector.ClosedLength or Selector.OpenLength:
                    Close(drawn, knots);
                    break;
                case Selector.ClosedLinked or Selector.ClosedUnlinked or Selector.OpenLinked or Selector.OpenUnlinked:
                    knots.Add(Knot.Read(record[2..], width, height));
                    break;
                // Everything outside the path is meant: with even-odd filling a frame around it turns it inside out.
                case Selector.InitialFill when record[3] == 1:
                    drawn.Append(CultureInfo.InvariantCulture, $"M0 0H{width}V{height}H0Z");
                    break;
            }
        }
        Close(drawn, knots);
        return drawn.ToString();
    }

    private static void Close(StringBuilder drawn, List<Knot> knots)
    {
        if (knots.Count > 0)
        {
            drawn.Append(CultureInfo.InvariantCulture, $"M{knots[0].X:0.####} {knots[0].Y:0.####}");
            for (var i = 0; i < knots.Count; i++)
            {
                var (from, to) = (knots[i], knots[(i + 1) % knots.Count]);
                drawn.Append(CultureInfo.InvariantCulture,
                    $"C{from.OutX:0.####} {from.OutY:0.####} {to.InX:0.####} {to.InY:0.####} {to.X:0.####} {to.Y:0.####}");
            }
            drawn.Append('Z');
        }
        knots.Clear();
    }

    /// <summary>A point of the path with the handles of the curves that come in and go out.</summary>
    private readonly record struct Knot(double InX, double InY, double X, double Y, double OutX, double OutY)
    {
        // Each point is vertical first, as a share of the picture's height and width.
        public static Knot Read(ReadOnlySpan<byte> bytes, int width, int height) => new(
            Share(bytes, 1) * width, Share(bytes, 0) * height,
            Share(bytes, 3) * width, Share(bytes, 2) * height,
            Share(bytes, 5) * width, Share(bytes, 4) * height);

        private static double Share(ReadOnlySpan<byte> bytes, int index) =>
            BinaryPrimitives.ReadInt32BigEndian(bytes[(index * 4)..]) / FixedOne;
    }
}
