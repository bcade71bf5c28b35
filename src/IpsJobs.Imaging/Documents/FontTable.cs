namespace IpsJobs.Imaging.Documents;

/// <summary>Reads the table of <c>pdffonts</c>.</summary>
internal static class FontTable
{
    private const int HeaderLines = 2;

    /// <summary>The fonts every reader of PDF must have itself.</summary>
    private static readonly string[] Standard = ["Courier", "Helvetica", "Times", "Symbol", "ZapfDingbats"];

    /// <summary>Names of fonts that are neither embedded nor standard.</summary>
    public static IReadOnlyList<string> MissingIn(string table) =>
    [
        .. table.Split('\n').Skip(HeaderLines).Select(MissingName).OfType<string>().Distinct(StringComparer.Ordinal),
    ];

    // name type encoding emb sub uni object ID: the type may have blanks, so the flags are counted from the end.
    private static string? MissingName(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 7 || words[^5] != "no" || Array.Exists(Standard, s => words[0].StartsWith(s, StringComparison.Ordinal)))
            return null;
        return words[0] == "[none]" ? null : words[0];
    }
}
