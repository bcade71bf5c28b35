using IpsJobs.Core.Assets;
using IpsJobs.Core.Exports;
using IpsJobs.Core.Files;

namespace IpsJobs.Core.Jobs;

/// <summary>One finished work item: files, changes and row become durable together or not at all.</summary>
/// <param name="InstanceId">The instance at work.</param>
/// <param name="Row">The item's only row.</param>
public sealed record ItemCommit(long InstanceId, LogRow Row)
{
    /// <summary>Staged files to rename into place after they are flushed and before the rows commit; they need an <see cref="LogRow.ItemKey"/>.</summary>
    public IReadOnlyList<FileMove> Files { get; init; } = [];

    /// <summary>Files that nobody holds once the item is committed, absolute; they come back when it is not.</summary>
    public IReadOnlyList<string> Obsolete { get; init; } = [];

    /// <summary>Change of an asset; null for items that change none.</summary>
    public AssetChange? Asset { get; init; }

    /// <summary>Source file that a directory upload has now taken; null for everything else.</summary>
    public LedgerEntry? Taken { get; init; }

    /// <summary>Archive that becomes available for download with this item; null for everything but exports.</summary>
    public ExportArchive? Archive { get; init; }

    /// <summary>Publish records of the item.</summary>
    public IReadOnlyList<PublishRecord> Published { get; init; } = [];

    /// <summary>Counters beyond those that follow from the row: total and transfer counts.</summary>
    public JobCounters Extra { get; init; } = JobCounters.None;
}
