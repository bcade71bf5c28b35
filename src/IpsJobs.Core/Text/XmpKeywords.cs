using System.Text;

namespace IpsJobs.Core.Text;

/// <summary>Keywords as clients send them: separated by commas, with <c>\,</c> for a comma and <c>\\</c> for a backslash.</summary>
public static class XmpKeywords
{
    /// <summary>The keywords in their order, without blanks around them, without empty and repeated ones.</summary>
    /// <remarks>A backslash before any other character, or at the end, is itself: clients send Windows paths.</remarks>
    public static IReadOnlyList<string> Parse(string? list) =>
        [.. Split(list ?? "").Select(k => k.Trim()).Where(k => k.Length > 0).Distinct(StringComparer.Ordinal)];

    public static string Format(IEnumerable<string> keywords) => string.Join(',', keywords.Select(Escape));

    private static List<string> Split(string list)
    {
        var keywords = new List<string>();
        var keyword = new StringBuilder();
        for (var index = 0; index < list.Length; index++)
        {
            if (list[index] == ',')
            {
                keywords.Add(keyword.ToString());
                keyword.Clear();
                continue;
            }
            if (IsEscape(list, index))
                index++;
            keyword.Append(list[index]);
        }
        keywords.Add(keyword.ToString());
        return keywords;
    }

    private static bool IsEscape(string list, int index) =>
        list[index] == '\\' && index + 1 < list.Length && (list[index + 1] is ',' or '\\');

    private static string Escape(string keyword) =>
        keyword.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal);
}
