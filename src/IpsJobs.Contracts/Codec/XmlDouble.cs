using System.Globalization;

namespace IpsJobs.Contracts;

/// <summary>Writes xsd:double the way the API's own replies look.</summary>
internal static class XmlDouble
{
    /// <summary>Writes the shortest text that reads back as the same value, with at least one decimal (<c>72.0</c>).</summary>
    public static int Format(double value, Span<char> destination)
    {
        if (!double.IsFinite(value))
            return Copy(double.IsNaN(value) ? "NaN" : value > 0 ? "INF" : "-INF", destination);
        value.TryFormat(destination, out var length, default, CultureInfo.InvariantCulture);
        return destination[..length].ContainsAny('.', 'E') ? length : length + Copy(".0", destination[length..]);
    }

    private static int Copy(string text, Span<char> destination)
    {
        text.CopyTo(destination);
        return text.Length;
    }
}
