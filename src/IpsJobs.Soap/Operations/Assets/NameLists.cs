using IpsJobs.Contracts;
using IpsJobs.Core.Faults;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Reads lists of names.</summary>
internal static class NameLists
{
    /// <exception cref="RuleViolationException">30002: no name; 30001: too many.</exception>
    public static IReadOnlyList<string> Read(StringArray? array, string path, int limit)
    {
        var names = (array?.Items ?? []).Where(name => !string.IsNullOrWhiteSpace(name)).ToList();
        if (names.Count == 0)
            throw Violations.Missing(path);
        return names.Count <= limit ? names : throw Violations.TooManyItems(path, limit);
    }
}
