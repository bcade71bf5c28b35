namespace IpsJobs.Core.Jobs;

/// <summary>Reads what the items of an instance have become; for runs that go on where an earlier one was interrupted.</summary>
public interface IItemQueries
{
    /// <summary>The items of the instance that have a row and an asset.</summary>
    Task<IReadOnlyList<DoneItem>> ListDoneAssetsAsync(long instanceId, CancellationToken cancellationToken);
}
