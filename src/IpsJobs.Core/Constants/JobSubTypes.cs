using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary><c>jobSubType</c> of a job log; lower case on the wire, unlike the publish types they come from.</summary>
/// <remarks>A job that is no image serving publish has an empty sub type. <see cref="FullOverride"/> is a full run that found no usable catalog on any target and therefore rewrites everything.</remarks>
public static class JobSubTypes
{
    public const string Full = "full";
    public const string FullWithSearch = "fullwithsearch";
    public const string Increment = "increment";
    public const string FullOverride = "fulloverride";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            Full, FullWithSearch, Increment, FullOverride,
        ]);

    /// <summary>The sub type that a log of this publish type starts with; empty for anything but a publish type.</summary>
    public static string For(string? publishType) => publishType switch
    {
        PublishTypes.Full => Full,
        PublishTypes.FullWithSearch => FullWithSearch,
        PublishTypes.Incremental => Increment,
        _ => "",
    };
}
