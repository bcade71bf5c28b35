namespace IpsJobs.Storage.Assets;

/// <summary>Finds what lies below a folder as a range of an index: between <c>a/b/</c> and <c>a/b0</c>.</summary>
internal static class FolderRange
{
    /// <summary>The first text behind all paths that begin with the folder: the digit 0 follows the slash at its end.</summary>
    public static string EndOf(string folder) => folder[..^1] + '0';
}
