using System.Text;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Name of a company's catalog on a target: its root path, fit for a URL path and for a file name.</summary>
public static class RootId
{
    // Legal in a URL path as they are. The comma is legal too, but separates the files of a catalog list.
    private const string Legal = "-._~!$&'()+;=@";

    /// <summary>Percent-encodes what a URL path does not allow; different roots never give the same name.</summary>
    /// <param name="companyRoot">Root path of the company with its trailing slash.</param>
    public static string Of(string companyRoot)
    {
        var root = companyRoot.TrimEnd('/');
        var name = new StringBuilder(root.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(root))
            Append(name, (char)unit, encode: !IsLegal((char)unit));
        return IsReserved(root) ? Escaped(root) : name.ToString();
    }

    private static bool IsLegal(char c) => char.IsAsciiLetterOrDigit(c) || Legal.Contains(c, StringComparison.Ordinal);

    // "." and ".." would leave the directory, and the attributes of all companies stand in default.ini.
    private static bool IsReserved(string root) => root is "." or ".." || root.Equals("default", StringComparison.OrdinalIgnoreCase);

    private static string Escaped(string root)
    {
        var name = new StringBuilder();
        foreach (var c in root)
            Append(name, c, encode: true);
        return name.ToString();
    }

    private static void Append(StringBuilder name, char c, bool encode)
    {
        if (encode)
            name.Append('%').Append(((int)c).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        else
            name.Append(c);
    }
}
