using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>How much a publish delivers: <c>publishType</c>.</summary>
public static class PublishTypes
{
    public const string Full = "Full";
    public const string FullWithSearch = "FullWithSearch";
    public const string Incremental = "Incremental";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            Full, FullWithSearch, Incremental,
        ]);
}
