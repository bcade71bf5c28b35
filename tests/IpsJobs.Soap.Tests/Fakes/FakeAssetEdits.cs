using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Tests.Fakes;

/// <summary>Keeps the changes asked for, and refuses those of the assets it is told to.</summary>
internal sealed class FakeAssetEdits : IAssetEdits
{
    public List<AssetChange> Changes { get; } = [];

    /// <summary>Why a change is refused; null to take it.</summary>
    public Func<AssetChange, Exception?> Refuse { get; set; } = _ => null;

    public Task<IReadOnlyList<Exception?>> ApplyAsync(
        Company company, IReadOnlyList<AssetChange> changes, CancellationToken cancellationToken)
    {
        Changes.AddRange(changes);
        return Task.FromResult<IReadOnlyList<Exception?>>([.. changes.Select(Refuse)]);
    }

    public Task<long> AddAsync(AddAsset asset, CancellationToken cancellationToken)
    {
        Changes.Add(asset);
        return Task.FromResult(900L + Changes.Count);
    }
}
