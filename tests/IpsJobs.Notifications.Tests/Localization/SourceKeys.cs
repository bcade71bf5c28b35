using System.Text.RegularExpressions;
using IpsJobs.Testing;

namespace IpsJobs.Notifications.Tests.Localization;

/// <summary>Finds the message keys in the source of all projects.</summary>
public static partial class SourceKeys
{
    public static IReadOnlyList<SourceKey> All { get; } = [.. Files().SelectMany(f => In(Path.GetFileName(f), File.ReadAllText(f)))];

    /// <summary>The keys in one source text.</summary>
    public static IEnumerable<SourceKey> In(string file, string source) => Literal().Matches(source).Select(match => new SourceKey(
        file,
        match.Groups["key"].Value,
        IsPrefix: match.Groups["end"].Value == "{" || source[(match.Index + match.Length)..].TrimStart().StartsWith('+'),
        Arguments: match.Groups["call"].Success ? CountArguments(source[(match.Index + match.Length)..]) : null));

    /// <summary>Texts that stand where a key belongs: they could never be read in another language.</summary>
    public static IEnumerable<string> WrittenOut(string source) => Text().Matches(source).Select(m => m.Groups["text"].Value);

    public static IEnumerable<string> Files() => Directory
        .EnumerateFiles(RepositoryFolder.Of("src"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    // Counts what stands between the key and the end of the call; null when an array or a spread is passed on.
    private static int? CountArguments(string rest)
    {
        var depth = 0;
        var count = 0;
        foreach (var c in rest)
        {
            depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            if (depth < 0)
                break;
            count += depth == 0 && c == ',' ? 1 : 0;
            if (c is '+' or '?' && count == 0)
                return null;
        }
        var isPassedOn = Regex.IsMatch(rest, @"\A,\s*(arguments|\[|[\w.]+\.ToArray\(\))");
        return isPassedOn ? null : count;
    }

    [GeneratedRegex(
        """(?<call>(LocalizedMessage|New|Warning)\((FaultCodes\.\w+, )?)?\$?"(?<key>(Fault|Log|Progress|Mail|Table)\.[A-Za-z.]*)(?<end>["{])""")]
    private static partial Regex Literal();

    [GeneratedRegex("""(?<!Log)(LocalizedMessage|Warning)\(\$?"(?!(Fault|Log|Progress|Mail|Table)\.)(?<text>[^"]*)""")]
    private static partial Regex Text();
}
