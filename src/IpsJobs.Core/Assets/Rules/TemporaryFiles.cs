using System.Text.RegularExpressions;

namespace IpsJobs.Core.Assets;

/// <summary>Tells by their names the files that another program is still writing.</summary>
/// <remarks>Patterns match anywhere in the name, as the API documents its default: <c>\.in\..+</c> marks "a.in.jpg".</remarks>
public sealed class TemporaryFiles
{
    /// <summary>The pattern that the API documents.</summary>
    public const string DefaultPattern = @"\.in\..+";

    private readonly IReadOnlyList<Regex> patterns;

    /// <exception cref="ArgumentException">A pattern is no regular expression, or one that cannot be matched in linear time.</exception>
    public TemporaryFiles(IEnumerable<string> patterns) => this.patterns = [.. patterns.Select(Compile)];

    public static TemporaryFiles Default { get; } = new([DefaultPattern]);

    public bool Matches(string fileName) => patterns.Any(p => p.IsMatch(fileName));

    // An operator's pattern meets names chosen by strangers; without backtracking none of them can stall an upload.
    private static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException unsupported)
        {
            throw new ArgumentException($"The pattern '{pattern}' needs backtracking.", nameof(pattern), unsupported);
        }
    }
}
