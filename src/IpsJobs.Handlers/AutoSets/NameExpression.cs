using System.Text.RegularExpressions;

namespace IpsJobs.Handlers.AutoSets;

/// <summary>A regular expression that must fit the whole name of an asset.</summary>
public sealed class NameExpression
{
    /// <summary>Expressions that people write for names are far shorter.</summary>
    public const int MaxLength = 1000;

    private readonly Regex regex;
    private readonly MatchBudget budget;

    private NameExpression(Regex regex, MatchBudget budget) => (this.regex, this.budget) = (regex, budget);

    /// <summary>Null when the text is no regular expression, or a longer one than is allowed.</summary>
    public static NameExpression? Find(string text, MatchBudget budget)
    {
        if (text.Length > MaxLength)
            return null;
        try
        {
            // By itself first: "a)|(b" becomes legal only by the brackets around it, and would then fit parts of names.
            _ = new Regex(text, RegexOptions.CultureInvariant, MatchBudget.PerMatch);
            return new NameExpression(new Regex($@"\A(?:{text})\z", RegexOptions.CultureInvariant, MatchBudget.PerMatch), budget);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <exception cref="ExpressionTooSlowException">It took too long.</exception>
    public bool Fits(string name) => Match(name).Success;

    /// <summary>Text of the first group, or the whole name when the expression has none; null when the name does not fit.</summary>
    /// <exception cref="ExpressionTooSlowException">It took too long.</exception>
    public string? FirstGroup(string name)
    {
        var match = Match(name);
        if (!match.Success)
            return null;
        return match.Groups.Count > 1 ? match.Groups[1].Value : match.Value;
    }

    private Match Match(string name)
    {
        try
        {
            return budget.Spend(() => regex.Match(name));
        }
        catch (RegexMatchTimeoutException)
        {
            throw new ExpressionTooSlowException();
        }
    }
}
