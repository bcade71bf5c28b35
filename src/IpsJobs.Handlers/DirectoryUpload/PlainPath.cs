using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>Tells whether a directory is reached without links: a link below the incoming directory may lead anywhere.</summary>
internal static class PlainPath
{
    /// <param name="root">May be a link itself: the operator put it there, not whoever delivers files.</param>
    /// <param name="directory">Below the root; what is missing of it is no link.</param>
    public static bool HasNoLinks(ConfinedRoot root, string directory)
    {
        var segments = directory.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var length = 1; length <= segments.Length; length++)
        {
            if (new DirectoryInfo(root.Resolve(string.Join('/', segments[..length]))).LinkTarget is not null)
                return false;
        }
        return true;
    }
}
