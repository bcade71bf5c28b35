using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.VideoSitemap;

/// <summary>What is to be done for one company.</summary>
/// <param name="Company">The company.</param>
/// <param name="Rows">Rows of videos that lack something.</param>
/// <param name="Files">Files to write; none when a video must not be left incomplete.</param>
/// <param name="MarkForPublish">Marks the files.</param>
public sealed record SitemapWork(
    Company Company, IReadOnlyList<LogRow> Rows, IReadOnlyList<(string Name, Action<Stream> Write)> Files, bool MarkForPublish)
{
    /// <summary>Work items: files, and videos that end in an error.</summary>
    public int ItemCount => Files.Count + Rows.Count(row => row.LogType == LogTypes.UploadError);
}
