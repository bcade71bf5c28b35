using System.Security.Cryptography;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>Knows which files of the incoming directory are to be taken now, and puts away those that were.</summary>
internal sealed class IncomingFiles(
    JobRun run, ConfinedRoot root, IReadOnlyDictionary<string, LedgerEntry> ledger, DirectoryUploadOptions options)
{
    private readonly TemporaryFiles temporary = DirectoryUploadOptionsValidator.Compile(options.TemporaryFiles);

    public Disposition Disposition { get; } = Disposition.Find(options.SourceDisposition) ?? Disposition.Keep;

    /// <summary>False for temporary files, for files still being written, and for those taken before, which are put away if that was missed.</summary>
    public bool IsDue(SourceFile file)
    {
        if (temporary.Matches(file.FileName))
        {
            DeleteOld(file);
            return false;
        }
        if ((run.UtcNow - file.ModifiedUtc).Duration() < options.SettleTime)
            return false;
        if (!ledger.TryGetValue(file.Path, out var taken) || !IsSame(file, taken))
            return true;
        PutAway(file);
        return false;
    }

    /// <summary>Applies the disposition; a file that cannot be put away stays, and is not taken again.</summary>
    public void PutAway(SourceFile file)
    {
        if (Disposition.IsKeep)
            return;
        var path = root.Resolve(file.Path);
        // Changed since it was taken: somebody has delivered the next version, which is not ours to remove.
        if (!IsAsFound(path, file))
            return;
        if (Disposition.Delete)
            Try(() => File.Delete(path));
        else if (PlainPath.HasNoLinks(root, Path.GetDirectoryName(Disposition.MoveTo + file.Path)!))
            Try(() => Move(path, root.Resolve(Disposition.MoveTo + file.Path)));
    }

    /// <summary>True while the path has a file, no link, of the size and the time stamp it was found with.</summary>
    public static bool IsAsFound(string path, SourceFile file) =>
        new FileInfo(path) is { Exists: true, LinkTarget: null } now
            && now.Length == file.Size
            && now.LastWriteTimeUtc == file.ModifiedUtc.UtcDateTime;

    // A new time stamp alone makes no new file; whether the content is the same is worth reading it.
    private bool IsSame(SourceFile file, LedgerEntry taken) =>
        file.Size == taken.Size && (file.ModifiedUtc == taken.ModifiedUtc || HasContent(file, taken.Sha256));

    private bool HasContent(SourceFile file, byte[] sha256)
    {
        try
        {
            using var content = File.OpenRead(root.Resolve(file.Path));
            return SHA256.HashData(content).AsSpan().SequenceEqual(sha256);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void DeleteOld(SourceFile file)
    {
        if (options.TemporaryFileAge > TimeSpan.Zero && run.UtcNow - file.ModifiedUtc >= options.TemporaryFileAge)
            Try(() => File.Delete(root.Resolve(file.Path)));
    }

    // An older file of that name is kept: it is no longer anywhere else.
    private static void Move(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        for (var number = 0; ; number++)
        {
            var free = number == 0 ? target : Path.Combine(Path.GetDirectoryName(target)!, AssetNaming.NumberedFile(Path.GetFileName(target), number));
            if (File.Exists(free))
                continue;
            File.Move(path, free);
            return;
        }
    }

    private static void Try(Action change)
    {
        try
        {
            change();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // The directory may be read-only for us; its files are in the ledger and are not taken twice.
        }
    }
}
