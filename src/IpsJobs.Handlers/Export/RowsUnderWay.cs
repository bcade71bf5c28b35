using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Export;

/// <summary>Rows that are being written while the archive grows: many share one commit, and none keeps the archive waiting.</summary>
/// <remarks>An interruption may find rows missing of files that the archive had; it is built anew then, and they get theirs.</remarks>
internal sealed class RowsUnderWay(JobRun run)
{
    private const int Most = 256;
    private readonly List<Task> writing = [];

    /// <summary>Begins to write a row; waits for earlier ones only when many are under way.</summary>
    public async Task AddAsync(ItemCommit item, CancellationToken cancellationToken)
    {
        writing.Add(run.CommitAsync(item, cancellationToken));
        if (writing.Count >= Most)
            await WhenWrittenAsync();
    }

    /// <summary>Ends when all rows are durable.</summary>
    public async Task WhenWrittenAsync()
    {
        await Task.WhenAll(writing);
        writing.Clear();
    }
}
