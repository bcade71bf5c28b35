using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary><c>overwriteMode</c> of a company: which asset an uploaded file of the same name replaces.</summary>
/// <remarks>"FullName" compares the extension too, "AnyFolder" finds the asset wherever it lies. The default is <see cref="OverwriteFullName"/>.</remarks>
public static class OverwriteModes
{
    public const string OverwriteFullName = "OverwriteFullName";
    public const string OverwriteAnyExt = "OverwriteAnyExt";
    public const string OverwriteFullNameAnyFolder = "OverwriteFullNameAnyFolder";
    public const string OverwriteAnyExtAnyFolder = "OverwriteAnyExtAnyFolder";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            OverwriteFullName, OverwriteAnyExt, OverwriteFullNameAnyFolder, OverwriteAnyExtAnyFolder,
        ]);
}
