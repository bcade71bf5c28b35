using System.Text;

namespace IpsJobs.Core.Assets;

/// <summary>Brings the paths that clients write into the one form we store: from the company's root, ending in "/", in NFC.</summary>
/// <remarks>
/// Clients carry or omit the root, double the slashes and write backslashes. Refused are "." and ".." segments and
/// control characters: no honest client sends them, and with them a path could leave the company. What no file system
/// could hold is refused too.
/// </remarks>
public static class CompanyPath
{
    // One name, in bytes of UTF-8, as the file systems have it.
    private const int LargestSegment = 255;

    // A whole path may have 4096 bytes; data folder, file name and the names on publish targets need their share.
    private const int LargestFolder = 2000;

    /// <param name="companyRoot">Such as <c>SampleCompany/</c>.</param>
    /// <param name="input">Null or empty means the root itself.</param>
    /// <param name="folder">Such as <c>SampleCompany/a/b/</c>; empty when refused.</param>
    public static bool TryNormalizeFolder(string companyRoot, string? input, out string folder) =>
        TryRead(companyRoot, AssetNaming.Compose(input ?? ""), out folder);

    /// <summary>As <see cref="TryNormalizeFolder"/> for a directory that others have made: its names stay as they are spelled.</summary>
    public static bool TryReadDirectory(string companyRoot, string? input, out string directory) =>
        TryRead(companyRoot, input ?? "", out directory);

    /// <summary>Whether a folder's path and each name in it are short enough for the file system.</summary>
    /// <param name="folder">With company root and trailing slash.</param>
    public static bool IsStorable(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return Encoding.UTF8.GetByteCount(folder) <= LargestFolder
            && folder.Split('/').All(segment => Encoding.UTF8.GetByteCount(segment) <= LargestSegment);
    }

    /// <summary>Takes a full path to a file apart; the file name is as the client wrote it.</summary>
    /// <returns>False also when the path ends in a slash, because then it names no file.</returns>
    public static bool TrySplitFile(string companyRoot, string? input, out string folder, out string fileName)
    {
        (folder, fileName) = ("", "");
        if (string.IsNullOrEmpty(input) || input[^1] is '/' or '\\' || !TrySplit(input, out var segments))
            return false;
        var joined = Join(companyRoot, segments[..^1].Select(AssetNaming.Compose).ToArray());
        if (!IsStorable(joined))
            return false;
        (folder, fileName) = (joined, segments[^1]);
        return true;
    }

    private static bool TryRead(string companyRoot, string input, out string folder)
    {
        folder = "";
        if (!TrySplit(input, out var segments))
            return false;
        var joined = Join(companyRoot, segments);
        if (!IsStorable(joined))
            return false;
        folder = joined;
        return true;
    }

    private static bool TrySplit(string input, out string[] segments)
    {
        segments = input.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        return !segments.Any(s => s is "." or ".." || s.Any(char.IsControl));
    }

    private static string Join(string companyRoot, string[] segments)
    {
        ArgumentException.ThrowIfNullOrEmpty(companyRoot);
        var root = companyRoot.TrimEnd('/');
        var below = segments.Length > 0 && segments[0] == root ? segments[1..] : segments;
        return string.Concat([root, "/", .. below.Select(s => s + "/")]);
    }
}
