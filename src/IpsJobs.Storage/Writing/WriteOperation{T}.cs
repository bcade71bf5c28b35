namespace IpsJobs.Storage.Writing;

/// <summary>A write with a result.</summary>
internal sealed class WriteOperation<T>(Func<WriteSession, T> work, CancellationToken cancellationToken) : WriteOperation
{
    // Asynchronous continuations: a caller's code must never run on the writer's thread.
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Answer => answer.Task;

    public override bool TryRun(WriteSession session)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            Failure = null;
            result = work(session);
            return true;
        }
        // Nothing is swallowed: the caller gets it through the answer.
        catch (Exception failure)
        {
            Failure = failure;
            return false;
        }
    }

    public override void Complete()
    {
        if (Failure is null)
            answer.TrySetResult(result!);
        else
            Fail(Failure);
    }

    public override void Fail(Exception failure)
    {
        if (failure is OperationCanceledException canceled)
            answer.TrySetCanceled(canceled.CancellationToken);
        else
            answer.TrySetException(failure);
    }
}
