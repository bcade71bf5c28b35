using System.Diagnostics.CodeAnalysis;

namespace IpsJobs.Soap.UploadFile;

/// <summary>What the Content-Disposition of a part says.</summary>
/// <param name="Name">Name of the part; null when it has none.</param>
/// <param name="FileName">As the client wrote it; null when the part is no file.</param>
/// <remarks>Read by hand: the usual readers take file names apart or undo backslashes in them, but full paths are legal here, also
/// those of Windows.</remarks>
internal sealed record PartDisposition(string? Name, string? FileName)
{
    private const string Utf8Prefix = "UTF-8'";

    public static PartDisposition Parse(string? header)
    {
        var parameters = Parameters(header ?? "");
        // Some clients can write characters beyond ASCII in the extended form only, and put something unusable into the plain one.
        var fileName = parameters.GetValueOrDefault("filename*") is { } extended && TryDecode(extended, out var decoded)
            ? decoded
            : parameters.GetValueOrDefault("filename");
        return new PartDisposition(parameters.GetValueOrDefault("name"), fileName);
    }

    private static Dictionary<string, string> Parameters(string header)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = header.IndexOf(';', StringComparison.Ordinal);
        while (at >= 0 && header.IndexOf('=', at) is var equals and > 0)
        {
            var name = header[(at + 1)..equals].Trim();
            var (value, end) = Value(header, equals + 1);
            found.TryAdd(name, value);
            at = header.IndexOf(';', end);
        }

        return found;
    }

    private static (string Value, int End) Value(string header, int start)
    {
        while (start < header.Length && header[start] == ' ')
            start++;
        if (start < header.Length && header[start] == '"')
        {
            var close = ClosingQuote(header, start + 1);
            return (header[(start + 1)..close].Replace("\\\"", "\"", StringComparison.Ordinal), close);
        }

        var end = header.IndexOf(';', start);
        end = end < 0 ? header.Length : end;
        return (header[start..end].Trim(), end);
    }

    // A quote ends the value when the value can end there. A backslash before it decides nothing: "C:\photos\" is a value too.
    private static int ClosingQuote(string header, int start)
    {
        for (var at = header.IndexOf('"', start); at >= 0; at = header.IndexOf('"', at + 1))
        {
            var rest = header.AsSpan(at + 1).TrimStart();
            if (rest.Length == 0 || rest[0] == ';')
                return at;
        }

        return header.Length;
    }

    private static bool TryDecode(string extended, [NotNullWhen(true)] out string? decoded)
    {
        decoded = null;
        if (!extended.StartsWith(Utf8Prefix, StringComparison.OrdinalIgnoreCase))
            return false;
        var language = extended.IndexOf('\'', Utf8Prefix.Length);
        if (language < 0)
            return false;
        decoded = Uri.UnescapeDataString(extended[(language + 1)..]);
        return true;
    }
}
