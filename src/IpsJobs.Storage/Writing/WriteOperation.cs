namespace IpsJobs.Storage.Writing;

/// <summary>Something to be written, and whoever waits for it.</summary>
internal abstract class WriteOperation
{
    /// <summary>Why it failed; null while it has not.</summary>
    public Exception? Failure { get; protected set; }

    /// <summary>Does the work inside the open transaction. It may be called a second time after a rollback.</summary>
    /// <returns>False when it failed: <see cref="Failure"/> says why.</returns>
    public abstract bool TryRun(WriteSession session);

    /// <summary>Answers the caller; called after the commit.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller that nothing was stored.</summary>
    public abstract void Fail(Exception failure);
}
