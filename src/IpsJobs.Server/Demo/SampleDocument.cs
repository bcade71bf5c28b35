using System.Globalization;
using System.Text;

namespace IpsJobs.Server.Demo;

/// <summary>Writes a small PDF: every page has a coloured bar and a line of text.</summary>
internal static class SampleDocument
{
    private const int FirstPage = 4;

    public static byte[] Write(int pages)
    {
        var numbers = Enumerable.Range(0, pages).ToList();
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages} /Kids [{string.Join(' ', numbers.Select(i => $"{FirstPage + (2 * i)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        };
        foreach (var page in numbers)
        {
            var drawing = $"0.{3 + page} 0.4 0.8 rg 0 150 300 50 re f 0 g BT /F1 18 Tf 20 90 Td (Page {page + 1} of the sample) Tj ET";
            objects.Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Resources << /Font << /F1 3 0 R >> >>"
                + $" /Contents {FirstPage + (2 * page) + 1} 0 R >>");
            objects.Add($"<< /Length {drawing.Length} >>\nstream\n{drawing}\nendstream");
        }

        return Assemble(objects);
    }

    private static byte[] Assemble(List<string> objects)
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var content in objects)
        {
            places.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{content}\nendobj\n");
        }

        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            text.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
