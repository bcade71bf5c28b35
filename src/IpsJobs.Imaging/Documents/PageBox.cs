using System.Globalization;

namespace IpsJobs.Imaging.Documents;

/// <summary>Size of a page as <c>pdfinfo -box</c> tells it.</summary>
internal static class PageBox
{
    /// <returns>Points; null when the text does not tell.</returns>
    public static (double Width, double Height)? Find(string info, int page)
    {
        foreach (var line in info.Split('\n'))
        {
            // Page    1 CropBox:      0.00     0.00   200.00   100.00
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is ["Page", var number, "CropBox:", var left, var bottom, var right, var top] && Value(number) == page)
                return (Math.Abs(Value(right) - Value(left)), Math.Abs(Value(top) - Value(bottom)));
        }
        return null;
    }

    private static double Value(string word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
