using System.Globalization;
using IpsJobs.Core.Faults;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Checks of single option fields; every fault names the element by its path.</summary>
internal static class OptionValues
{
    /// <exception cref="RuleViolationException">30002 when absent, 30001 when not in the list.</exception>
    public static void RequireOneOf(string? value, IReadOnlySet<string> allowed, string path)
    {
        if (string.IsNullOrEmpty(value))
            throw Violations.Missing(path);
        OneOf(value, allowed, path);
    }

    /// <exception cref="RuleViolationException">30001 when given and not in the list.</exception>
    public static void OneOf(string? value, IReadOnlySet<string> allowed, string path)
    {
        if (!string.IsNullOrEmpty(value) && !allowed.Contains(value))
            throw Violations.InvalidValue(value, path);
    }

    /// <exception cref="RuleViolationException">30002 when absent.</exception>
    public static void Require<T>(T? value, string path)
        where T : struct
    {
        if (value is null)
            throw Violations.Missing(path);
    }

    /// <exception cref="RuleViolationException">30001 when given and outside the range, or not a number.</exception>
    public static void InRange(double? value, double low, double high, string path)
    {
        if (value is { } number && !(number >= low && number <= high))
            throw Violations.OutOfRange(Text(number), path, $"{Text(low)}-{Text(high)}");
    }

    /// <exception cref="RuleViolationException">30001 when given and negative.</exception>
    public static void NotNegative(long? value, string path)
    {
        if (value < 0)
            throw Violations.OutOfRange(Text(value.Value), path, "0 or more");
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
