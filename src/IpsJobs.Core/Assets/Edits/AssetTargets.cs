using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Assets;

/// <summary>Finds the assets that handles of a request name.</summary>
/// <remarks>An emptied asset is gone for everybody; only the trash itself still asks for it.</remarks>
public sealed class AssetTargets(IAssetStore assets)
{
    /// <summary>Most items of a batch.</summary>
    public const int MaxItems = 1000;

    /// <exception cref="RuleViolationException">30002 when absent, 30001 for what names no asset of the company.</exception>
    public async Task<StoredAsset> RequireAsync(Company company, string? handle, string path, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(handle))
            throw Violations.Missing(path);
        var asset = AssetHandle.TryParse(handle, out var parsed)
            ? await assets.FindAsync(company.CompanyId, parsed.AssetId, cancellationToken)
            : null;
        return asset is not null && asset.TrashState != TrashStates.InEmptiedTrash && Agrees(parsed, asset)
            ? asset
            : throw Violations.InvalidHandle(handle, path);
    }

    /// <summary>As <see cref="RequireAsync"/>, for assets that are in use: 30000 for one in the trash.</summary>
    public async Task<StoredAsset> RequirePresentAsync(Company company, string? handle, string path, CancellationToken cancellationToken)
    {
        var asset = await RequireAsync(company, handle, path, cancellationToken);
        return asset.TrashState == TrashStates.NotInTrash ? asset : throw Violations.AssetInTrash(asset.Name);
    }

    /// <summary>The assets that the handles name, in their order; null where one names none.</summary>
    public async Task<IReadOnlyList<StoredAsset?>> FindManyAsync(
        Company company, IReadOnlyList<string> handles, CancellationToken cancellationToken)
    {
        var parsed = handles.Select(h => AssetHandle.TryParse(h, out var handle) ? handle : (AssetHandle?)null).ToList();
        var ids = parsed.OfType<AssetHandle>().Select(h => h.AssetId).Distinct().ToList();
        var found = (await assets.FindManyAsync(company.CompanyId, ids, cancellationToken)).ToDictionary(a => a.AssetId);
        return parsed.ConvertAll(h => h is { } handle && found.GetValueOrDefault(handle.AssetId) is { } asset && Agrees(handle, asset) ? asset : null);
    }

    /// <exception cref="RuleViolationException">30002 for none, 30001 for too many.</exception>
    public static void RequireCount(int count, string path)
    {
        if (count == 0)
            throw Violations.Missing(path);
        if (count > MaxItems)
            throw Violations.TooManyItems(path, MaxItems);
    }

    private static bool Agrees(AssetHandle handle, StoredAsset asset) =>
        handle.AgreesWith(new AssetHandle(asset.AssetId, AssetTypeCodes.Get(asset.Content.Type)));
}
