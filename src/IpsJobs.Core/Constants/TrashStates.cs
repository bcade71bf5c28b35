using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>Where an asset stands on its way out.</summary>
public static class TrashStates
{
    public const string NotInTrash = "NotInTrash";
    public const string InTrash = "InTrash";
    public const string InEmptiedTrash = "InEmptiedTrash";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            NotInTrash, InTrash, InEmptiedTrash,
        ]);
}
