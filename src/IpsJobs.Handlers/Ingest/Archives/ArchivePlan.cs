using System.Text;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Looks through a whole archive before anything of it is taken.</summary>
/// <param name="run">The job.</param>
/// <param name="archive">The archive as an item.</param>
/// <param name="limits">Bounds.</param>
internal sealed class ArchivePlan(JobRun run, IngestItem archive, ArchiveLimits limits)
{
    private const int LongestPath = 1024;
    private const int LongestName = 255;
    private const string MacResources = "__MACOSX";

    /// <summary>Plans every entry that is no folder, in the order of the archive.</summary>
    /// <exception cref="ArchiveRefusedException">It cannot be read to its end within the limits.</exception>
    public List<PlannedEntry> Make(CancellationToken cancellationToken)
    {
        try
        {
            return Look(cancellationToken);
        }
        catch (Exception damaged) when (IsDamage(damaged))
        {
            throw new ArchiveRefusedException(new LocalizedMessage("Log.Archive.Unreadable", archive.Folder + archive.FileName), damaged);
        }
    }

    /// <summary>Whether an exception of an archive reader speaks of the archive.</summary>
    public static bool IsDamage(Exception failure) =>
        failure is InvalidDataException or EndOfStreamException or FormatException or ArgumentException or NotSupportedException or OverflowException;

    private List<PlannedEntry> Look(CancellationToken cancellationToken)
    {
        var planned = new List<PlannedEntry>();
        var (count, bytes) = (0, 0L);
        foreach (var entry in ArchiveReader.List(archive.StagedPath, archive.FileName, limits))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (count >= limits.MaxEntries)
                throw limits.TooManyEntries();
            bytes += entry.Length is { } length ? Math.Max(0, length) : Measure(entry);
            if (bytes > limits.MaxBytes)
                throw limits.TooLarge();
            if (entry.Kind != ArchiveEntryKind.Folder)
                planned.Add(Plan(entry, count));
            count++;
        }
        return planned;
    }

    private static long Measure(ArchiveEntry entry)
    {
        var buffer = new byte[64 * 1024];
        var (content, bytes) = (entry.Open(), 0L);
        while (content.Read(buffer) is var read and > 0)
            bytes += read;
        return bytes;
    }

    private PlannedEntry Plan(ArchiveEntry entry, int index)
    {
        var path = Plain(entry.Path);
        var shown = archive.Folder + path;
        if (!IsConfined(path) || !CompanyPath.TrySplitFile(run.Company.RootPath, shown, out var folder, out var fileName))
            return Refuse(entry, index, "Log.Archive.IllegalPath");
        if (entry.Kind == ArchiveEntryKind.Special)
            return Refuse(entry, index, "Log.Archive.Special");
        var key = ItemKeys.OfEntry(archive.ItemKey, index, entry.Path, counts: true);
        var skippedKey = ItemKeys.OfEntry(archive.ItemKey, index, entry.Path, counts: false);
        if (path.Split('/')[..^1].Any(IsHidden))
            return new PlannedEntry(index, skippedKey, folder, fileName, UploadRows.Skipped(skippedKey, shown, "Log.Upload.Hidden"));
        if (NameCheck.FindRefusal(run.Company, skippedKey, folder, fileName) is { LogType: Core.Constants.LogTypes.UploadWarning } skipped)
            return new PlannedEntry(index, skippedKey, folder, fileName, skipped);
        if (entry.Kind == ArchiveEntryKind.Encrypted)
            return Refuse(entry, index, "Log.Archive.Encrypted");
        return new PlannedEntry(index, key, folder, fileName, NameCheck.FindRefusal(run.Company, key, folder, fileName));
    }

    private PlannedEntry Refuse(ArchiveEntry entry, int index, string reason)
    {
        var key = ItemKeys.OfEntry(archive.ItemKey, index, entry.Path, counts: true);
        var shown = Readable(entry.Path);
        var row = UploadRows.Error(key, shown, new LocalizedMessage(reason, archive.Folder + archive.FileName, shown));
        return new PlannedEntry(index, key, archive.Folder, shown, row);
    }

    // Many writers begin every path with "./".
    private static string Plain(string path)
    {
        var slashed = path.Replace('\\', '/');
        while (slashed.StartsWith("./", StringComparison.Ordinal))
            slashed = slashed[2..];
        return slashed;
    }

    private static bool IsConfined(string path) =>
        path.Length is > 0 and <= LongestPath
        && path[0] != '/'
        && !(path.Length > 1 && path[1] == ':')
        && path.Split('/').All(s => s is not ("." or "..") && Encoding.UTF8.GetByteCount(s) <= LongestName);

    private static bool IsHidden(string folder) => folder.StartsWith('.') || folder == MacResources;

    private static string Readable(string path)
    {
        var shown = string.Concat(path.Where(c => !char.IsControl(c)));
        return shown.Length > LongestPath ? shown[..LongestPath] : shown;
    }
}
