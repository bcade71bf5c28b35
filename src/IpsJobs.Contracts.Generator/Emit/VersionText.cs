using IpsJobs.Contracts.Generator.Model;

namespace IpsJobs.Contracts.Generator.Emit;

/// <summary>Says in words which versions have something.</summary>
internal static class VersionText
{
    public static string Describe(int since, int until, EquatableArray<string> versions)
    {
        if (since == VersionTable.LaterOrdinal)
            return $"after {versions[versions.Count - 1]} only";
        if (until < VersionTable.LaterOrdinal)
            return $"{versions[since]} to {versions[until]}";
        return since == 0 ? "all versions" : $"since {versions[since]}";
    }
}
