using System.Collections;

namespace IpsJobs.Contracts.Tests.Support;

/// <summary>Compares two messages property by property; dates by the instant they mean in UTC.</summary>
internal static class DeepCompare
{
    /// <summary>The path of the first difference with both values, or null when there is none.</summary>
    public static string? FindDifference(object? expected, object? actual, string path = "")
    {
        return (expected, actual) switch
        {
            (null, null) => null,
            (null, _) or (_, null) => Describe(path, expected, actual),
            (IList left, IList right) => FindInList(left, right, path),
            (IContractType left, IContractType right) => FindInProperties(left, right, path),
            (DateTime left, DateTime right) => Instant(left) == Instant(right) ? null : Describe(path, left, right),
            _ => expected.Equals(actual) ? null : Describe(path, expected, actual),
        };
    }

    private static DateTime Instant(DateTime value) =>
        value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc);

    private static string? FindInList(IList expected, IList actual, string path)
    {
        if (expected.Count != actual.Count)
            return Describe(path + "/Count", expected.Count, actual.Count);
        return Enumerable.Range(0, expected.Count)
            .Select(i => FindDifference(expected[i], actual[i], $"{path}[{i}]")).FirstOrDefault(found => found is not null);
    }

    private static string? FindInProperties(object expected, object actual, string path)
    {
        if (expected.GetType() != actual.GetType())
            return Describe(path, expected.GetType(), actual.GetType());
        return expected.GetType().GetProperties()
            .Select(property => FindDifference(property.GetValue(expected), property.GetValue(actual), $"{path}/{property.Name}"))
            .FirstOrDefault(found => found is not null);
    }

    private static string Describe(string path, object? expected, object? actual) =>
        $"{path}: expected {expected ?? "nothing"}, found {actual ?? "nothing"}";
}
