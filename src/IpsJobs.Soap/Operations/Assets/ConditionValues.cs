using System.Globalization;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>The values that a condition of either kind may carry, and where it stands in the request.</summary>
internal sealed record ConditionValues(string Path, string? Operator)
{
    public string? Value { get; init; }

    /// <summary>Several texts, of which one is enough.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public bool? Bool { get; init; }

    public double? Number { get; init; }

    public double? MinNumber { get; init; }

    public double? MaxNumber { get; init; }

    public DateTime? Date { get; init; }

    public DateTime? MinDate { get; init; }

    public DateTime? MaxDate { get; init; }

    public bool IsDate => (Date ?? MinDate ?? MaxDate) is not null;

    public bool IsNumber => (Number ?? MinNumber ?? MaxNumber) is not null;

    public bool IsRange => Operator is ComparisonOperators.Between or ComparisonOperators.NotBetween;

    /// <exception cref="RuleViolationException">30001: not an operator of this kind of field.</exception>
    public string RequireOperator(IReadOnlySet<string> allowed) =>
        allowed.Contains(Operator ?? "") ? Operator! : throw Violations.InvalidValue(Operator ?? "", $"{Path}/op");

    /// <summary>Texts to compare with, at least one.</summary>
    /// <exception cref="RuleViolationException">30002: there is none.</exception>
    public IReadOnlyList<string> RequireTexts()
    {
        if (Values.Count > 0)
            return Values;
        return [Value ?? (Bool is { } known ? (known ? "true" : "false") : throw Violations.Missing($"{Path}/value"))];
    }

    /// <summary>A number, or the two ends of a range.</summary>
    /// <exception cref="RuleViolationException">30002 for a missing one, 30001 for a text that is none.</exception>
    public (double Low, double High) RequireNumbers()
    {
        if (IsRange)
            return (MinNumber ?? throw Violations.Missing($"{Path}/minLong"), MaxNumber ?? throw Violations.Missing($"{Path}/maxLong"));
        if (Number is { } number)
            return (number, number);
        var text = Blank.ToNull(Value) ?? throw Violations.Missing($"{Path}/longVal");
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            ? (number, number)
            : throw Violations.InvalidValue(text, $"{Path}/value");
    }

    /// <summary>An instant, or the two ends of a range.</summary>
    /// <param name="zone">Zone of dates that were sent without one.</param>
    /// <exception cref="RuleViolationException">30002 for a missing one, 30001 for a text that is none.</exception>
    public (DateTimeOffset Low, DateTimeOffset High) RequireDates(TimeZoneInfo zone)
    {
        if (IsRange)
        {
            return (
                Instant(MinDate ?? throw Violations.Missing($"{Path}/minDate"), zone),
                Instant(MaxDate ?? throw Violations.Missing($"{Path}/maxDate"), zone));
        }

        if (Date is { } date)
            return (Instant(date, zone), Instant(date, zone));
        var text = Blank.ToNull(Value) ?? throw Violations.Missing($"{Path}/dateVal");
        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out date)
            ? (Instant(date, zone), Instant(date, zone))
            : throw Violations.InvalidValue(text, $"{Path}/value");
    }

    private static DateTimeOffset Instant(DateTime date, TimeZoneInfo zone) => date.Kind == DateTimeKind.Unspecified
        ? new DateTimeOffset(date, zone.GetUtcOffset(date))
        : new DateTimeOffset(date.ToUniversalTime());
}
