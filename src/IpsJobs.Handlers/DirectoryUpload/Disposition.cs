using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>What becomes of a source file once its row is committed.</summary>
/// <param name="Delete">It is removed.</param>
/// <param name="MoveTo">Directory below the company's incoming directory that it is moved to; null for none.</param>
internal sealed record Disposition(bool Delete, string? MoveTo)
{
    public const string KeepText = "keep";

    private const string DeleteText = "delete";
    private const string MovePrefix = "move:";

    /// <summary>It stays where it is.</summary>
    public static Disposition Keep { get; } = new(Delete: false, MoveTo: null);

    public bool IsKeep => this == Keep;

    /// <summary>Reads the setting; null when it is none of the three forms.</summary>
    public static Disposition? Find(string text) => text switch
    {
        KeepText => Keep,
        DeleteText => new Disposition(Delete: true, MoveTo: null),
        _ when text.StartsWith(MovePrefix, StringComparison.Ordinal) => FindMove(text[MovePrefix.Length..]),
        _ => null,
    };

    /// <summary>True for what lies in the directory of moved files, which no walk enters: it would take them again.</summary>
    /// <param name="directory">Below the incoming directory, with a trailing slash.</param>
    public bool Excludes(string directory) => MoveTo is { } target && directory == target;

    private static Disposition? FindMove(string directory)
    {
        const string AnyRoot = "-/";
        return CompanyPath.TryReadDirectory(AnyRoot, directory, out var folder) && folder.Length > AnyRoot.Length
            ? new Disposition(Delete: false, folder[AnyRoot.Length..])
            : null;
    }
}
