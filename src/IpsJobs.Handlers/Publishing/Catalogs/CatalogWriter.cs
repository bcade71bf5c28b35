using System.Buffers;
using System.Text;

namespace IpsJobs.Handlers.Publishing.Catalogs;

/// <summary>Writes a data file: UTF-8 with byte order mark, a header row, one TAB between fields.</summary>
/// <remarks>Without the mark servers read the file as ISO-8859-1.</remarks>
public sealed class CatalogWriter : IAsyncDisposable
{
    private static readonly SearchValues<char> Breaking = SearchValues.Create("\t\r\n");
    private readonly StreamWriter writer;

    private CatalogWriter(StreamWriter writer) => this.writer = writer;

    /// <summary>Records written, without the header row.</summary>
    public int Count { get; private set; }

    /// <summary>Writes the header row and returns the writer for the records; <paramref name="stream"/> stays open.</summary>
    public static async Task<CatalogWriter> StartAsync(Stream stream, IReadOnlyList<string> columns)
    {
        var withMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        var text = new StreamWriter(stream, withMark, bufferSize: 32 * 1024, leaveOpen: true);
        await text.WriteAsync(Line(columns));
        return new CatalogWriter(text);
    }

    public async Task WriteAsync(IReadOnlyList<string> fields)
    {
        await writer.WriteAsync(Line(fields));
        Count++;
    }

    public ValueTask DisposeAsync() => writer.DisposeAsync();

    private static string Line(IReadOnlyList<string> fields) => string.Join('\t', fields.Select(Field)) + "\n";

    // A leading quote is quoted as well: it could not be told from the start of a quoted text.
    private static string Field(string text) => text.AsSpan().ContainsAny(Breaking) || text.StartsWith('"')
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;
}
