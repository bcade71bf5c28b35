using System.Globalization;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Assets;

/// <summary>Finds the assets that handles name; one of another company is as unknown as one that never was.</summary>
public sealed class AssetLookup(IAssetStore assets)
{
    /// <summary>Most handles in one request.</summary>
    public const int MaxHandles = 1000;

    /// <summary>Null when the handle is unreadable or names nothing in the company.</summary>
    public async Task<StoredAsset?> FindAsync(int companyId, string? handle, CancellationToken cancellationToken) =>
        AssetHandle.TryParse(handle, out var parsed)
        && await assets.FindAsync(companyId, parsed.AssetId, cancellationToken) is { } asset
        && parsed.AgreesWith(asset.FullHandle)
            ? asset
            : null;

    /// <exception cref="RuleViolationException">30001: unreadable or unknown.</exception>
    public async Task<StoredAsset> RequireAsync(int companyId, string? handle, string path, CancellationToken cancellationToken) =>
        await FindAsync(companyId, handle, cancellationToken) ?? throw Violations.InvalidHandle(handle ?? "", path);

    /// <summary>One answer per handle; null where it is unreadable or names nothing in the company.</summary>
    public async Task<IReadOnlyList<StoredAsset?>> FindManyAsync(
        int companyId, IReadOnlyList<string> handles, CancellationToken cancellationToken)
    {
        var parsed = handles.Select(h => AssetHandle.TryParse(h, out var handle) ? handle : (AssetHandle?)null).ToList();
        var ids = parsed.OfType<AssetHandle>().Select(h => h.AssetId).Distinct().ToList();
        var known = (await assets.FindManyAsync(companyId, ids, cancellationToken)).ToDictionary(a => a.AssetId);
        return parsed.ConvertAll(h => h is { } handle && known.GetValueOrDefault(handle.AssetId) is { } asset && handle.AgreesWith(asset.FullHandle) ? asset : null);
    }

    /// <summary>One answer per handle; null where it names nothing in the company.</summary>
    /// <exception cref="RuleViolationException">30002: none; 30001: too many, or the first that is unreadable.</exception>
    public async Task<IReadOnlyList<StoredAsset?>> FindReadableAsync(
        int companyId, IReadOnlyList<string>? handles, string path, CancellationToken cancellationToken)
    {
        RequireCount(handles?.Count ?? 0, path);
        for (var i = 0; i < handles!.Count; i++)
        {
            if (!AssetHandle.TryParse(handles[i], out _))
                throw Invalid(handles, i, path);
        }

        return await FindManyAsync(companyId, handles, cancellationToken);
    }

    /// <summary>The assets in the order of their handles, those named twice too.</summary>
    /// <param name="companyId">The company.</param>
    /// <param name="handles">The list.</param>
    /// <param name="path">Its path.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <param name="isLegal">What else must hold of every asset; null for nothing.</param>
    /// <exception cref="RuleViolationException">30002: none; 30001: too many, or one that is unreadable, unknown or not legal.</exception>
    public async Task<IReadOnlyList<StoredAsset>> RequireManyAsync(
        int companyId, IReadOnlyList<string>? handles, string path, CancellationToken cancellationToken, Predicate<StoredAsset>? isLegal = null)
    {
        var found = await FindReadableAsync(companyId, handles, path, cancellationToken);
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i] is not { } asset || isLegal?.Invoke(asset) == false)
                throw Invalid(handles!, i, path);
        }

        return found!;
    }

    /// <summary>Whether an asset cannot be moved to a place, because another asset has the name or the file.</summary>
    /// <remarks>The other name space may hold a file of that very path: an animated gif and a still one share the tree.</remarks>
    public async Task<bool> IsTakenAsync(StoredAsset asset, AssetPlace place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asset);
        ArgumentNullException.ThrowIfNull(place);
        var own = await assets.FindByNameAsync(asset.CompanyId, asset.NameSpace, place.Name, cancellationToken);
        if (own is not null && own.AssetId != asset.AssetId)
            return true;
        var other = asset.NameSpace == NameSpace.Catalog ? NameSpace.Static : NameSpace.Catalog;
        var beside = await assets.FindByNameAsync(asset.CompanyId, other, place.Name, cancellationToken);
        return beside is not null && beside.Content.Folder == place.Folder && beside.Content.FileName == place.FileName;
    }

    /// <exception cref="RuleViolationException">30002 for none, 30001 for too many.</exception>
    public static void RequireCount(int count, string path)
    {
        if (count == 0)
            throw Violations.Missing(path);
        if (count > MaxHandles)
            throw Violations.TooManyItems(path, MaxHandles);
    }

    private static RuleViolationException Invalid(IReadOnlyList<string> handles, int index, string path) =>
        Violations.InvalidHandle(handles[index], string.Create(CultureInfo.InvariantCulture, $"{path}/items[{index + 1}]"));
}
