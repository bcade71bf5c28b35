using System.Text;

namespace IpsJobs.Handlers.Publishing.Catalogs;

/// <summary>Reads a data file record by record.</summary>
public static class CatalogReader
{
    private const int End = -1;

    /// <summary>True when the file exists and has exactly these columns.</summary>
    public static bool HasColumns(string path, IReadOnlyList<string> columns)
    {
        if (!File.Exists(path))
            return false;
        using var reader = new StreamReader(path);
        return reader.ReadLine() == string.Join('\t', columns);
    }

    /// <summary>Records in the order of the file, later ones of a key after those they replace.</summary>
    /// <exception cref="CatalogFormatException">Other columns, a record of another length, or a quote that is never closed.</exception>
    public static IEnumerable<string[]> Read(string path, IReadOnlyList<string> columns)
    {
        using var reader = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 32 * 1024);
        if (ReadRecord(reader, path) is not { } header || !header.SequenceEqual(columns))
            throw new CatalogFormatException(path, "the header row names other columns");
        while (ReadRecord(reader, path) is { } record)
        {
            if (record.Length != columns.Count)
                throw new CatalogFormatException(path, $"a record has {record.Length} fields");
            yield return record;
        }
    }

    private static string[]? ReadRecord(StreamReader reader, string path)
    {
        if (reader.Peek() == End)
            return null;
        var fields = new List<string>();
        do
            fields.Add(reader.Peek() == '"' ? ReadQuoted(reader, path) : ReadPlain(reader));
        while (NextFieldFollows(reader));
        return [.. fields];
    }

    private static string ReadPlain(StreamReader reader)
    {
        var text = new StringBuilder();
        while (reader.Peek() is not (End or '\t' or '\r' or '\n'))
            text.Append((char)reader.Read());
        return text.ToString();
    }

    private static string ReadQuoted(StreamReader reader, string path)
    {
        var text = new StringBuilder();
        reader.Read();
        while (reader.Read() is var c && (c != '"' || reader.Peek() == '"'))
        {
            if (c == End)
                throw new CatalogFormatException(path, "a quote is never closed");
            text.Append((char)c);
            if (c == '"')
                reader.Read();
        }

        return text.ToString();
    }

    private static bool NextFieldFollows(StreamReader reader)
    {
        var separator = reader.Read();
        if (separator == '\r' && reader.Peek() == '\n')
            reader.Read();
        return separator == '\t';
    }
}
