using System.IO.Enumeration;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Text;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>Looks for the files that a job is to take: depth first, names in the order of their code points.</summary>
/// <remarks>Links are not followed: whoever may deliver files must not be able to name files elsewhere on the machine.</remarks>
internal sealed class IncomingWalk(JobRun run, ServerDirectory directory, string destFolder, bool includeSubfolders, IncomingFiles incoming)
{
    private const int FilesPerCheck = 256;

    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
        ReturnSpecialDirectories = false,
    };

    private readonly List<SourceFile> found = [];

    /// <summary>All new and changed files.</summary>
    /// <exception cref="JobStoppedException">A stop was asked for meanwhile.</exception>
    /// <exception cref="FatalJobException">The directory is missing or cannot be read.</exception>
    public List<SourceFile> Collect()
    {
        directory.Require();
        try
        {
            Enter(directory.Path, destFolder, ListOf(directory.Path));
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            throw new FatalJobException(new LocalizedMessage("Log.Fatal.ServerDirectory", "/" + directory.Path));
        }
        return found;
    }

    private void Enter(string path, string folder, List<Entry> entries)
    {
        Report();
        foreach (var entry in entries)
        {
            if (entry.IsLink)
                Refuse(path + entry.Name, folder, UploadRows.Skipped(SourceFile.KeyOf(path + entry.Name), folder + entry.Name, "Log.Upload.Link"));
            else if (entry.IsDirectory)
                EnterSubfolder(path, folder, entry.Name);
            else
                Take(path, folder, entry);
        }
    }

    private void EnterSubfolder(string path, string folder, string name)
    {
        var (below, target) = (path + name + "/", folder + AssetNaming.Compose(name) + "/");
        if (!includeSubfolders || incoming.Disposition.Excludes(below))
            return;
        if (name.StartsWith('.'))
            Refuse(path + name, folder, UploadRows.Skipped(SourceFile.KeyOf(path + name), folder + name, "Log.Upload.Hidden"));
        else if (name.Any(char.IsControl))
            Refuse(path + name, folder, Illegal(path + name, folder + name));
        else if (TryList(below, folder + name) is { } entries)
            Enter(below, target, entries);
    }

    private List<Entry>? TryList(string path, string target)
    {
        try
        {
            return ListOf(path);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            var name = path[..^1];
            var row = UploadRows.Error(SourceFile.KeyOf(name), target, new LocalizedMessage("Log.Upload.DiskError", target));
            Refuse(name, target[..(target.LastIndexOf('/') + 1)], row);
            return null;
        }
    }

    private void Take(string path, string folder, Entry entry)
    {
        if (found.Count % FilesPerCheck == 0)
            Report();
        var full = path + entry.Name;
        var key = SourceFile.KeyOf(full);
        var refusal = entry.Name.Any(char.IsControl)
            ? Illegal(full, folder + entry.Name)
            : NameCheck.FindRefusal(run.Company, key, folder, entry.Name);
        var file = new SourceFile(full, folder, entry.Size, entry.ModifiedUtc, refusal);
        // Asked first: a source whose row was committed just before a kill is still to be put away.
        if (incoming.IsDue(file) && !run.DoneItems.Contains(key))
            found.Add(file);
    }

    private void Refuse(string path, string folder, LogRow row)
    {
        if (!run.DoneItems.Contains(row.ItemKey!))
            found.Add(new SourceFile(path, folder, Size: 0, run.UtcNow, row));
    }

    private static LogRow Illegal(string path, string target) =>
        UploadRows.Error(SourceFile.KeyOf(path), target, new LocalizedMessage("Log.Upload.IllegalPath", target));

    private void Report()
    {
        run.Checkpoint();
        run.Report(0, new LocalizedMessage("Progress.ScanningDirectory"));
    }

    private List<Entry> ListOf(string path)
    {
        var entries = new FileSystemEnumerable<Entry>(
            directory.Incoming.Resolve(path), (ref FileSystemEntry e) => Entry.Of(ref e), Everything).ToList();
        entries.Sort((a, b) => CodePointOrder.Instance.Compare(a.Name, b.Name));
        return entries;
    }

    private sealed record Entry(string Name, bool IsDirectory, bool IsLink, long Size, DateTimeOffset ModifiedUtc)
    {
        public static Entry Of(ref FileSystemEntry entry)
        {
            var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0;
            return new Entry(
                entry.FileName.ToString(), entry.IsDirectory, isLink, entry.IsDirectory || isLink ? 0 : entry.Length, entry.LastWriteTimeUtc);
        }
    }
}
