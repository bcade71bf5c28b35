using IpsJobs.Core.Jobs;

namespace IpsJobs.Storage.Files;

/// <summary>An item with files, and whoever waits for it.</summary>
internal sealed class PendingItem(ItemCommit item, UndoFolder undo, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<long?> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ItemCommit Item { get; } = item;

    public StagedItem Staged { get; } = new(item.Files, item.Obsolete, undo);

    /// <summary>Counts until the files are moved.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    public Task<long?> Answer => answer.Task;

    public void Complete(long? assetId) => answer.TrySetResult(assetId);

    public void Fail(Exception failure)
    {
        if (failure is OperationCanceledException canceled)
            answer.TrySetCanceled(canceled.CancellationToken);
        else
            answer.TrySetException(failure);
    }
}
