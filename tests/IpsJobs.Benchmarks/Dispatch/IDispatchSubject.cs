namespace IpsJobs.Benchmarks.Dispatch;

/// <summary>Something that starts jobs.</summary>
internal interface IDispatchSubject
{
    /// <summary>Asks for one job.</summary>
    /// <returns>Milliseconds from the answer to the first line of the work; below zero when the work began first.</returns>
    Task<double> StartOneAsync();
}
