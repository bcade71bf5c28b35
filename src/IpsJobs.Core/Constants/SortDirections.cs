using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>Order of a sorted listing.</summary>
public static class SortDirections
{
    public const string Ascending = "Ascending";
    public const string Descending = "Descending";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            Ascending, Descending,
        ]);
}
