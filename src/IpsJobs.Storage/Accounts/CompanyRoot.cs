using System.Globalization;

namespace IpsJobs.Storage.Accounts;

/// <summary>Forms the root path of a company.</summary>
internal static class CompanyRoot
{
    private const string Fallback = "Company";

    /// <summary>Candidates made from a name: what is left of it when everything but letters, digits, <c>_</c> and <c>-</c> of ASCII
    /// is removed, then the same with a number.</summary>
    public static IEnumerable<string> FromName(string name)
    {
        var kept = string.Concat(name.Where(IsAllowed));
        var root = kept.Length > 0 ? kept : Fallback;
        yield return root + "/";
        for (var n = 2; ; n++)
            yield return root + n.ToString(CultureInfo.InvariantCulture) + "/";
    }

    /// <summary>A given root with exactly one trailing slash.</summary>
    /// <exception cref="ArgumentException">It is not one folder name of allowed characters.</exception>
    public static string Normalize(string root)
    {
        var name = root.TrimEnd('/');
        return name.Length > 0 && name.All(c => IsAllowed(c) || c == '.') && name[0] != '.'
            ? name + "/"
            : throw new ArgumentException($"'{root}' is no root path: letters, digits, '_', '-' and '.' only", nameof(root));
    }

    private static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
