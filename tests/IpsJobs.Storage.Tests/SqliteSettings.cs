namespace IpsJobs.Storage.Tests;

/// <summary>The default database.</summary>
internal static class SqliteSettings
{
    public static IReadOnlyDictionary<string, string?> Values { get; } = new Dictionary<string, string?> { ["Storage:Provider"] = "Sqlite" };
}
