using System.Collections.Concurrent;
using IpsJobs.Core.Files;

namespace IpsJobs.Core.Submission;

/// <summary>Where the files of upload requests lie until their session has processed them: one folder per request.</summary>
/// <remarks>A request does not know its job before it is whole, so its folder is named by chance.</remarks>
public sealed class UploadStaging(DataFolder data)
{
    private const string Prefix = "post-";
    private readonly ConcurrentDictionary<string, bool> receiving = new(StringComparer.Ordinal);

    /// <summary>Makes a folder for a request, to be disposed when the request has been answered.</summary>
    public UploadFolder Open()
    {
        var name = Prefix + Guid.NewGuid().ToString("N");
        receiving[name] = true;
        var folder = new UploadFolder(name, PathOf(name), () => receiving.TryRemove(name, out _));
        Directory.CreateDirectory(folder.FullPath);
        return folder;
    }

    /// <summary>Full path of a staged path.</summary>
    public string PathOf(string stagedPath) => Path.Combine(data.Staging, stagedPath);

    /// <summary>Removes the folders that belong neither to a request on its way nor to a session that has not ended.</summary>
    /// <param name="sessions">Where the sessions' folders are read.</param>
    /// <param name="cancellationToken">Cancels between folders.</param>
    /// <returns>Folders removed.</returns>
    public async Task<int> SweepAsync(IUploadSessionStore sessions, CancellationToken cancellationToken)
    {
        // The order matters: a request that is no longer under way by the second line has its folder recorded by the third.
        var found = Directory.Exists(data.Staging) ? Directory.GetDirectories(data.Staging, Prefix + "*") : [];
        var underWay = receiving.Keys.ToHashSet(StringComparer.Ordinal);
        var orphans = found.Where(f => !underWay.Contains(Path.GetFileName(f))).ToList();
        if (orphans.Count == 0)
            return 0;
        var used = await sessions.ListStagedFoldersAsync(cancellationToken);
        orphans.RemoveAll(f => used.Contains(Path.GetFileName(f)));
        foreach (var orphan in orphans)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Directory.Delete(orphan, recursive: true);
        }

        return orphans.Count;
    }
}
