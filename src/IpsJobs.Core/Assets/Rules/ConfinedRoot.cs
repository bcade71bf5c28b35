namespace IpsJobs.Core.Assets;

/// <summary>A folder of ours and the only way to make file paths below it.</summary>
/// <remarks>Links are not followed: who may place links in our folders may do more than leave them.</remarks>
public sealed class ConfinedRoot
{
    private readonly string prefix;

    public ConfinedRoot(string root)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        Root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        prefix = Path.EndsInDirectorySeparator(Root) ? Root : Root + Path.DirectorySeparatorChar;
    }

    /// <summary>Full path, without a separator at its end.</summary>
    public string Root { get; }

    /// <param name="relative">Separated by "/"; empty means the root itself.</param>
    /// <returns>The full path, without a separator at its end.</returns>
    /// <exception cref="PathEscapeException">The path is absolute, climbs out of the root or holds a NUL.</exception>
    public string Resolve(string relative)
    {
        ArgumentNullException.ThrowIfNull(relative);
        if (relative.Contains('\0') || relative.StartsWith('\\') || Path.IsPathRooted(relative))
            throw new PathEscapeException(relative);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(Root, relative)));
        if (full != Root && !full.StartsWith(prefix, StringComparison.Ordinal))
            throw new PathEscapeException(relative);
        return full;
    }
}
