namespace IpsJobs.Handlers.Publishing;

/// <summary>Finds what lies on a target without being used any more.</summary>
public static class StaleFiles
{
    private static readonly EnumerationOptions WithoutLinks = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>Files below <paramref name="directory"/>, as relative paths with forward slashes, in code-point order.</summary>
    /// <param name="directory">Directory that belongs to one company; a missing one holds nothing.</param>
    /// <param name="inUse">Relative paths that a catalog names.</param>
    /// <param name="olderThan">Younger files stay, used or not.</param>
    public static IReadOnlyList<string> Find(string directory, IReadOnlySet<string> inUse, DateTimeOffset olderThan)
    {
        if (!Directory.Exists(directory))
            return [];
        var stale = new DirectoryInfo(directory).EnumerateFiles("*", WithoutLinks)
            .Where(f => f.LastWriteTimeUtc < olderThan.UtcDateTime)
            .Select(f => Path.GetRelativePath(directory, f.FullName).Replace('\\', '/'))
            .Where(p => !inUse.Contains(p));
        return [.. stale.Order(StringComparer.Ordinal)];
    }
}
