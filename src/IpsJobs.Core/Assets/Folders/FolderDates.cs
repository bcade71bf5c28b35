namespace IpsJobs.Core.Assets.Folders;

/// <summary>Adds up when folders changed.</summary>
public static class FolderDates
{
    /// <summary>For each folder the newest change in it or anywhere below; null where there was none.</summary>
    /// <param name="folders">By path, so that what lies below a folder comes after it.</param>
    public static IReadOnlyList<DateTimeOffset?> ChildrenOf(IReadOnlyList<StoredFolder> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        var newest = folders.Select(folder => folder.ContentUtc).ToArray();
        var places = new Dictionary<string, int>(folders.Count, StringComparer.Ordinal);
        for (var i = 0; i < folders.Count; i++)
            places[folders[i].Path] = i;
        // From the end, so that a folder is complete before its parent looks at it.
        for (var i = folders.Count - 1; i >= 0; i--)
        {
            if (places.TryGetValue(FolderPaths.ParentOf(folders[i].Path), out var parent))
                newest[parent] = Later(newest[parent], Later(newest[i], folders[i].ModifiedUtc));
        }

        return newest;
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other > one ? other ?? one : one;
}
