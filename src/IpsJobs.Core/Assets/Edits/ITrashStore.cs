namespace IpsJobs.Core.Assets;

/// <summary>Finds what the trash has kept long enough.</summary>
public interface ITrashStore
{
    /// <summary>Assets of all companies that were emptied from the trash, or put into it before an instant, by id.</summary>
    /// <param name="trashedBefore">Assets put there later stay, unless they are emptied.</param>
    /// <param name="afterId">Those with this id and smaller ones are left out.</param>
    /// <param name="count">Most assets.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    Task<IReadOnlyList<(long AssetId, int CompanyId)>> ListExpiredAsync(
        DateTimeOffset trashedBefore, long afterId, int count, CancellationToken cancellationToken);

    /// <summary>One of them as it is now; null when it was restored or removed meanwhile.</summary>
    Task<ExpiredAsset?> FindExpiredAsync(long assetId, DateTimeOffset trashedBefore, CancellationToken cancellationToken);

    /// <summary>Assets of one company that lie in the trash, emptied ones left out.</summary>
    /// <param name="companyId">The company.</param>
    /// <param name="after">Those put there up to this instant are left out.</param>
    /// <param name="until">Those put there later are left out.</param>
    /// <param name="count">Most assets to name.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    Task<TrashContents> ListTrashedAsync(
        int companyId, DateTimeOffset after, DateTimeOffset until, int count, CancellationToken cancellationToken);
}
