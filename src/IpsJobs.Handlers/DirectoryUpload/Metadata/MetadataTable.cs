using System.Text;

namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>Reads tab-delimited metadata: a row of field names that begins with <c>IPSID</c>, then a row per asset.</summary>
internal static class MetadataTable
{
    private const string IdField = "ipsid";
    private const string NewIdField = "newipsid";

    /// <summary>Whether the first row names assets; only that row is looked at.</summary>
    public static bool IsOne(string text) =>
        text.Split('\n', 2)[0].Split('\t').Any(c => string.Equals(c.Trim(' ', '\r', '"'), IdField, StringComparison.OrdinalIgnoreCase));

    /// <summary>The rows after the first, without empty ones.</summary>
    public static IEnumerable<MetadataLine> Read(string text)
    {
        string[]? names = null;
        var number = 0;
        foreach (var cells in Rows(text))
        {
            number++;
            if (names is null)
                names = [.. cells.Select(c => c.Trim())];
            else if (cells.Any(c => c.Trim().Length > 0))
                yield return LineOf(number, names, cells);
        }
    }

    private static MetadataLine LineOf(int number, string[] names, List<string> cells)
    {
        var (id, newId) = ("", "");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        string? problem = cells.Count > names.Length && cells.Skip(names.Length).Any(c => c.Length > 0) ? "Log.MetadataFile.TooManyCells" : null;
        for (var i = 0; i < Math.Min(names.Length, cells.Count); i++)
        {
            if (Is(names[i], IdField))
                id = cells[i].Trim();
            else if (Is(names[i], NewIdField))
                newId = cells[i].Trim();
            else if (names[i].Length > 0)
                fields[names[i]] = cells[i];
        }
        return new MetadataLine(number, id) { NewName = newId.Length > 0 ? newId : null, Fields = fields, Problem = problem };
    }

    private static bool Is(string name, string field) => string.Equals(name, field, StringComparison.OrdinalIgnoreCase);

    // Spreadsheets put cells with tabs, quotes and line ends between quotes, and double the quotes inside.
    private static IEnumerable<List<string>> Rows(string text)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (quoted && c == '"' && at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[++at]);
            else if (c == '"' && (quoted || cell.Length == 0))
                quoted = !quoted;
            else if (quoted || c is not ('\t' or '\n' or '\r'))
                cell.Append(c);
            else if (c is '\t' or '\n')
                End();
            if (c != '\n' || quoted)
                continue;
            yield return cells;
            cells = [];
        }
        End();
        yield return cells;

        void End()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }
}
