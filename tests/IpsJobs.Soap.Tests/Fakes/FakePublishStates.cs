using IpsJobs.Core.Assets.Search;

namespace IpsJobs.Soap.Tests.Fakes;

/// <summary>Marks and deliveries that a test puts there.</summary>
internal sealed class FakePublishStates : IPublishStates
{
    public Dictionary<(long AssetId, int ContextId), bool> Marks { get; } = [];

    public Dictionary<long, IReadOnlyList<AssetDelivery>> Deliveries { get; } = [];

    public Task<IReadOnlyDictionary<(long AssetId, int ContextId), bool>> ListMarksAsync(
        IReadOnlyCollection<long> assetIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<(long, int), bool>>(
            Marks.Where(mark => assetIds.Contains(mark.Key.AssetId)).ToDictionary(mark => mark.Key, mark => mark.Value));

    public Task<IReadOnlyList<AssetDelivery>> ListDeliveriesAsync(int companyId, long assetId, CancellationToken cancellationToken) =>
        Task.FromResult(Deliveries.GetValueOrDefault(assetId) ?? []);
}
