using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>How conditions of a search are combined.</summary>
public static class SearchMatchModes
{
    public const string MatchAll = "MatchAll";
    public const string MatchAny = "MatchAny";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            MatchAll, MatchAny,
        ]);
}
