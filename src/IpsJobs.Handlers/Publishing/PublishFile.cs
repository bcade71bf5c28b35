using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Publishing;

/// <summary>One file to be delivered.</summary>
/// <param name="Source">Absolute path in the store; null when the asset lacks the file it should have.</param>
/// <param name="Root">Directory below a target that holds files of one company and one kind, and nothing else.</param>
/// <param name="Path">Path below <paramref name="Root"/>.</param>
/// <param name="Length">Bytes a complete delivered file has.</param>
/// <param name="IsNamedByContent">True when the path changes with the content, so that a file of that name can only be the right one.</param>
/// <param name="IsOptional">True when the asset is published without it, with a warning, if the store has lost it.</param>
public sealed record PublishFile(
    string? Source, string Root, string Path, long Length, bool IsNamedByContent = false, bool IsOptional = false)
{
    /// <summary>Absolute path on a target.</summary>
    /// <exception cref="PathEscapeException">The path leaves its root.</exception>
    public string On(string targetDirectory) =>
        new ConfinedRoot(new ConfinedRoot(targetDirectory).Resolve(Root)).Resolve(Path);
}
