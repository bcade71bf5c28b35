using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;

namespace IpsJobs.Handlers.Tests.Publishing;

/// <summary>Marks made of everything that the store in memory holds.</summary>
public sealed class FakePublishMarks(FakeAssetStore assets) : IPublishMarks
{
    /// <summary>How often the assets were added up.</summary>
    public int Selections { get; private set; }

    /// <summary>Another one says that something has changed.</summary>
    public string? Stamp { get; set; }

    public Task<string?> FindStampAsync(int companyId, int serverId, CancellationToken cancellationToken) => Task.FromResult(Stamp);

    public Task<string> FindSelectionAsync(int companyId, int contextId, bool all, CancellationToken cancellationToken)
    {
        Selections++;
        return Task.FromResult(string.Join(
            ' ',
            assets.Assets.Where(a => a.TrashState == TrashStates.NotInTrash && (all || a.ReadyForPublish))
                .Select(a => $"{a.AssetId}:{a.ModifiedUtc.UtcTicks}:{a.MetadataUtc.UtcTicks}")));
    }

    public Task<string?> FindRecordedAsync(int serverId, int contextId, CancellationToken cancellationToken)
    {
        var rows = assets.History.Where(h => h.Key.ServerId == serverId && h.Key.ContextId == contextId).OrderBy(h => h.Key.AssetId).ToList();
        return Task.FromResult(rows.Exists(h => !h.Value.Contains('@', StringComparison.Ordinal))
            ? null
            : string.Join(' ', rows.Select(h => $"{h.Key.AssetId}={h.Value}")));
    }
}
