using System.Globalization;
using System.Text;

namespace IpsJobs.Testing.Documents;

/// <summary>Writes small PDF files: every page has a red square in its upper left corner and a line of text.</summary>
public sealed class SamplePdf
{
    private readonly List<string> objects = [];

    /// <summary>Points.</summary>
    public int Width { get; init; } = 200;

    /// <summary>Points.</summary>
    public int Height { get; init; } = 100;

    public int PageCount { get; init; } = 2;

    /// <summary>Font that the file names but does not hold.</summary>
    public string Font { get; init; } = "Helvetica";

    /// <summary>Web address of a link over the red square of page 1; page 2 has a link to page 1 there. Null for no links.</summary>
    public string? Link { get; init; }

    /// <summary>Operators that come before the square is filled.</summary>
    public string Color { get; init; } = "1 0 0 rg";

    /// <summary>Operators that come after everything else on a page.</summary>
    public string Tail { get; init; } = "";

    /// <summary>Further entries of the resources of every page.</summary>
    public string Resources { get; init; } = "";

    /// <summary>Further objects, to which <see cref="Resources"/> refer; the first one has the number <see cref="FirstObject"/>.</summary>
    public IReadOnlyList<string> Objects { get; init; } = [];

    /// <summary>Number of the first of the <see cref="Objects"/> in a file of one page.</summary>
    public const int FirstObject = 7;

    /// <summary>Text of a page, from 1.</summary>
    public Func<int, string> Text { get; init; } = page => $"Words of page {page}";

    public byte[] Build()
    {
        objects.Clear();
        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add($"<< /Type /Pages /Count {PageCount} /Kids [{string.Join(' ', Enumerable.Range(0, PageCount).Select(i => $"{4 + (3 * i)} 0 R"))}] >>");
        Add($"<< /Type /Font /Subtype /Type1 /BaseFont /{Font} >>");
        for (var page = 1; page <= PageCount; page++)
            AddPage(page);
        objects.AddRange(Objects);
        return Encoding.Latin1.GetBytes(Assemble());
    }

    private void AddPage(int page)
    {
        var first = objects.Count + 1;
        var content = $"{Color} 0 {Height - 40} 40 40 re f 0 g BT /F1 12 Tf 50 20 Td ({Text(page)}) Tj ET {Tail}";
        Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Width} {Height}] /Resources << /Font << /F1 3 0 R >> {Resources} >> /Contents {first + 1} 0 R"
            + $"{(Link is null ? "" : $" /Annots [{first + 2} 0 R]")} >>");
        Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        var action = page == 1 ? $"/A << /S /URI /URI ({Link}) >>" : "/A << /S /GoTo /D [4 0 R /Fit] >>";
        Add($"<< /Type /Annot /Subtype /Link /Rect [0 {Height - 40} 40 {Height}] /Border [0 0 0] {action} >>");
    }

    private void Add(string text) => objects.Add(text);

    private string Assemble()
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            text.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return text.ToString();
    }
}
