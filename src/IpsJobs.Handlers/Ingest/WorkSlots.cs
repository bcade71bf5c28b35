namespace IpsJobs.Handlers.Ingest;

/// <summary>Places for those who copy, fetch or process at the same time. Files that only wait for their commit hold none.</summary>
internal sealed class WorkSlots(int count) : IDisposable
{
    private readonly SemaphoreSlim places = new(count);

    /// <summary>Waits for a place.</summary>
    public async Task<Slot> TakeAsync(CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        return new Slot(places);
    }

    public void Dispose() => places.Dispose();

    /// <summary>A place, given back once, early or at the end.</summary>
    internal sealed class Slot(SemaphoreSlim places) : IDisposable
    {
        private bool given;

        /// <summary>Never gives the place back: the job is over, and nobody is to begin another file.</summary>
        public void Keep() => given = true;

        public void Dispose()
        {
            if (!Interlocked.Exchange(ref given, true))
                places.Release();
        }
    }
}
