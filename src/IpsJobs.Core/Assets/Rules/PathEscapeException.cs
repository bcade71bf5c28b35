namespace IpsJobs.Core.Assets;

/// <summary>A path would leave the folder that it must stay in; nothing was touched.</summary>
/// <param name="path">As asked for, relative to the folder.</param>
public sealed class PathEscapeException(string path)
    : Exception("A path leaves the folder that it is confined to.")
{
    public string Path { get; } = path;
}
