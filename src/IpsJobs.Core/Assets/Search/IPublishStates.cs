namespace IpsJobs.Core.Assets.Search;

/// <summary>Reads where assets are to be published and where they were.</summary>
public interface IPublishStates
{
    /// <summary>Marks of the assets that differ from the one that holds for all contexts, by asset and context.</summary>
    Task<IReadOnlyDictionary<(long AssetId, int ContextId), bool>> ListMarksAsync(
        IReadOnlyCollection<long> assetIds, CancellationToken cancellationToken);

    /// <summary>Where the asset was delivered, by context and server.</summary>
    Task<IReadOnlyList<AssetDelivery>> ListDeliveriesAsync(int companyId, long assetId, CancellationToken cancellationToken);
}
