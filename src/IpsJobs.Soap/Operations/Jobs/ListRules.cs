using System.Globalization;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Rules for the order and size of listings.</summary>
internal static class ListRules
{
    /// <summary>A constant of the list, or the default when none was given.</summary>
    /// <exception cref="RuleViolationException">30001: not in the list; comparison is exact.</exception>
    public static string OneOf(IReadOnlySet<string> allowed, string? value, string fallback, string path) =>
        string.IsNullOrWhiteSpace(value) ? fallback
        : allowed.Contains(value) ? value
        : throw Violations.InvalidValue(value, path);

    /// <exception cref="RuleViolationException">30001: no sort direction.</exception>
    public static bool IsDescending(string? sortDirection, string fallback) =>
        OneOf(SortDirections.All, sortDirection, fallback, "sortDirection") == SortDirections.Descending;

    /// <summary>A number of at least 1; more than the limit is lowered to it.</summary>
    /// <exception cref="RuleViolationException">30001: below 1.</exception>
    public static int UpTo(int limit, int? value, int fallback, string path) => value switch
    {
        null => fallback,
        < 1 => throw Violations.OutOfRange(value.Value.ToString(CultureInfo.InvariantCulture), path, Range(limit)),
        _ => Math.Min(value.Value, limit),
    };

    private static string Range(int limit) =>
        limit == int.MaxValue ? "1-" : string.Create(CultureInfo.InvariantCulture, $"1-{limit}");
}
