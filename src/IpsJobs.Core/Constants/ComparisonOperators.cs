using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary><c>op</c> of a search condition.</summary>
public static class ComparisonOperators
{
    public new const string Equals = "Equals";
    public const string NotEquals = "NotEquals";
    public const string Contains = "Contains";
    public const string NotContains = "NotContains";
    public const string StartsWith = "StartsWith";
    public const string EndsWith = "EndsWith";
    public const string LessThan = "LessThan";
    public const string LessThanEquals = "LessThanEquals";
    public const string GreaterThan = "GreaterThan";
    public const string GreaterThanEquals = "GreaterThanEquals";
    public const string Between = "Between";
    public const string NotBetween = "NotBetween";

    /// <summary>For texts.</summary>
    public static FrozenSet<string> Text { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            Equals, NotEquals, Contains, NotContains, StartsWith, EndsWith,
        ]);

    /// <summary>For numbers and dates.</summary>
    public static FrozenSet<string> Number { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            Equals, NotEquals, LessThan, LessThanEquals, GreaterThan, GreaterThanEquals, Between, NotBetween,
        ]);

    /// <summary>For what is true or false.</summary>
    public static FrozenSet<string> Boolean { get; } = FrozenSet.Create(StringComparer.Ordinal, [Equals, NotEquals]);
}
