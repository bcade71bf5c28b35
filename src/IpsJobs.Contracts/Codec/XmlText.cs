using System.Buffers;
using System.Globalization;

namespace IpsJobs.Contracts;

/// <summary>The lexical forms of XML Schema's numbers and booleans.</summary>
internal static class XmlText
{
    private const string Blanks = " \t\r\n";

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789+-.eE");

    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => text.Trim(Blanks);

    public static bool IsBlank(ReadOnlySpan<char> text) => Trim(text).Length == 0;

    public static bool TryParseBoolean(ReadOnlySpan<char> text, out bool value)
    {
        value = text is "true" or "1";
        return value || text is "false" or "0";
    }

    public static bool TryParseInt(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    public static bool TryParseLong(ReadOnlySpan<char> text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    // double.TryParse also takes "Infinity", "∞" and "nan", which are no xsd:double.
    public static bool TryParseDouble(ReadOnlySpan<char> text, out double value)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (TryParseNamed(text, out value))
            return true;
        return !text.ContainsAnyExcept(NumberCharacters) && double.TryParse(text, Style, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryParseNamed(ReadOnlySpan<char> text, out double value)
    {
        value = text switch
        {
            "INF" or "+INF" => double.PositiveInfinity,
            "-INF" => double.NegativeInfinity,
            "NaN" => double.NaN,
            _ => 0,
        };
        return value != 0;
    }
}
