using System.Text;

namespace IpsJobs.Handlers.Tests.Publishing;

/// <summary>Reads a target the way an image server does, by rules of its own and not by the code under test.</summary>
public sealed class TargetFiles(string directory, string rootId)
{
    public string Directory { get; } = directory;

    public string Catalog(string suffix) => Path.Combine(Directory, "catalog", rootId + suffix);

    public string Image(string path) => Path.Combine(Directory, "images", rootId, path);

    public string Static(string path) => Path.Combine(Directory, "static", rootId, path);

    /// <summary>Attributes in the order of the file.</summary>
    public List<KeyValuePair<string, string>> Attributes() => File.ReadAllLines(Catalog(".ini"))
        .Where(l => !l.StartsWith('#'))
        .Select(l => l.Split('=', 2))
        .Select(p => KeyValuePair.Create(p[0], p[1]))
        .ToList();

    public string Attribute(string name) => Attributes().Last(a => a.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>What a server answers from: the listed files in their order, later records replacing earlier ones.</summary>
    public SortedDictionary<string, Dictionary<string, string>> EffectiveImages()
    {
        var images = new SortedDictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var file in Attribute("CatalogFile").Split(','))
            foreach (var record in Records(Path.Combine(Directory, "catalog", file)))
                images[record["Id"]] = record;
        return images;
    }

    public List<Dictionary<string, string>> RecordsOf(string suffix) => Records(Catalog(suffix));

    /// <summary>Records of any data file.</summary>
    public static List<Dictionary<string, string>> RecordsIn(string file) => Records(file);

    public static List<string> Header(string file) => Parse(file)[0];

    private static List<Dictionary<string, string>> Records(string file)
    {
        var rows = Parse(file);
        return rows.Skip(1).Select(r =>
        {
            r.Should().HaveCount(rows[0].Count, "every record has every field");
            return rows[0].Zip(r).ToDictionary(p => p.First, p => p.Second);
        }).ToList();
    }

    private static List<List<string>> Parse(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes.Take(3).Should().Equal([0xEF, 0xBB, 0xBF], "without the mark the file is read as ISO-8859-1");
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, 3, bytes.Length - 3);
        text.Should().NotStartWith("\uFEFF", "one mark is enough");
        var rows = new List<List<string>>();
        var at = 0;
        while (at < text.Length)
            rows.Add(Row(text, ref at));
        return rows;
    }

    private static List<string> Row(string text, ref int at)
    {
        var fields = new List<string>();
        while (true)
        {
            fields.Add(text[at] == '"' ? Quoted(text, ref at) : Plain(text, ref at));
            if (text[at++] == '\n')
                return fields;
        }
    }

    private static string Plain(string text, ref int at)
    {
        var end = text.IndexOfAny(['\t', '\n'], at);
        var field = text[at..end];
        at = end;
        return field;
    }

    private static string Quoted(string text, ref int at)
    {
        var field = new StringBuilder();
        for (at++; !(text[at] == '"' && text[at + 1] != '"'); at++)
        {
            field.Append(text[at]);
            if (text[at] == '"')
                at++;
        }

        at++;
        return field.ToString();
    }
}
