using IpsJobs.Core.Assets;
using IpsJobs.Core.Messages;
using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Finds what is to be cut off a picture.</summary>
internal static class CropFinder
{
    private const double Slack = 1e-6;

    /// <returns>Null when nothing is to be cut off.</returns>
    public static CropAmounts? Find(Image image, CropRequest request, List<LocalizedMessage> remarks) => request switch
    {
        CropRequest.Manual manual => Fitting(image, manual.Amounts, remarks),
        CropRequest.Color color => Around(PixelMatch.Differs(image, color.Corner, color.Tolerance)),
        CropRequest.Transparent transparent when image.HasAlpha() => Around(Visible(image, transparent.Tolerance)),
        _ => null,
    };

    private static CropAmounts? Fitting(Image image, CropAmounts cut, List<LocalizedMessage> remarks)
    {
        if (cut == new CropAmounts(0, 0, 0, 0))
            return null;
        if ((long)cut.Left + cut.Right < image.Width && (long)cut.Top + cut.Bottom < image.Height)
            return cut;
        remarks.Add(new LocalizedMessage("Log.Image.CropTooLarge", Text(image.Width), Text(image.Height)));
        return null;
    }

    private static Image Visible(Image image, double tolerance)
    {
        using var alpha = image[image.Bands - 1];
        return alpha > tolerance * PixelMatch.MaximumOf(image) + Slack;
    }

    // Sums of rows and columns, because the usual trim of libvips smooths the picture before it looks.
    private static CropAmounts? Around(Image mask)
    {
        var sums = mask.Project();
        using (mask)
        using (var columns = (Image)sums[0])
        using (var rows = (Image)sums[1])
        {
            var (left, right) = EmptyEnds(columns);
            var (top, bottom) = EmptyEnds(rows);
            var nothing = left == mask.Width || (left, right, top, bottom) is (0, 0, 0, 0);
            return nothing ? null : new CropAmounts(left, right, top, bottom);
        }
    }

    private static (int Before, int After) EmptyEnds(Image sums)
    {
        var values = sums.WriteToMemory<uint>();
        var first = Array.FindIndex(values, v => v != 0);
        return first < 0 ? (values.Length, 0) : (first, values.Length - 1 - Array.FindLastIndex(values, v => v != 0));
    }

    private static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
