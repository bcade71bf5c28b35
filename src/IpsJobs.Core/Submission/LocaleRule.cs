using IpsJobs.Core.Faults;
using IpsJobs.Core.Text;

namespace IpsJobs.Core.Submission;

/// <summary>Locale of a body: <c>xx</c> or <c>xx-YY</c>.</summary>
public static class LocaleRule
{
    /// <returns>The normalised locale; null when none was given.</returns>
    /// <exception cref="RuleViolationException">30001 when malformed.</exception>
    public static string? Check(string? locale)
    {
        if (string.IsNullOrWhiteSpace(locale))
            return null;
        return Locales.TryNormalize(locale, out var normalized) ? normalized : throw Violations.InvalidLocale(locale);
    }
}
