using IpsJobs.Core.Assets;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using IpsJobs.Soap.Operations.Jobs;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Finds the assets that handles name; one of another company is as unknown as one that never was.</summary>
internal sealed class AssetLookup(IAssetStore assets)
{
    /// <summary>Most handles in one request.</summary>
    public const int MaxHandles = 1000;

    /// <exception cref="RuleViolationException">30001: unreadable or unknown.</exception>
    public async Task<StoredAsset> RequireAsync(int companyId, string? handle, string path, CancellationToken cancellationToken)
    {
        var parsed = Parse(handle, path);
        var asset = await assets.FindAsync(companyId, parsed.AssetId, cancellationToken);
        return asset is not null && parsed.AgreesWith(AssetHandleLookup.Full(asset)) ? asset : throw Violations.InvalidHandle(handle!, path);
    }

    /// <summary>The assets in the order of their handles, those named twice too.</summary>
    /// <exception cref="RuleViolationException">30001: too many, or the first that is unreadable or unknown.</exception>
    public async Task<IReadOnlyList<StoredAsset>> RequireManyAsync(
        int companyId, IReadOnlyList<string> handles, string path, CancellationToken cancellationToken)
    {
        var found = await FindManyAsync(companyId, handles, path, cancellationToken);
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i] is null)
                throw Violations.InvalidHandle(handles[i], ItemPath(path, i));
        }

        return found!;
    }

    /// <summary>One answer per handle; null where it names nothing in the company.</summary>
    /// <exception cref="RuleViolationException">30001: too many, or unreadable.</exception>
    public async Task<IReadOnlyList<StoredAsset?>> FindManyAsync(
        int companyId, IReadOnlyList<string> handles, string path, CancellationToken cancellationToken)
    {
        if (handles.Count == 0)
            throw Violations.Missing(path);
        if (handles.Count > MaxHandles)
            throw Violations.TooManyItems(path, MaxHandles);
        var parsed = handles.Select((handle, i) => Parse(handle, ItemPath(path, i))).ToList();
        var known = (await assets.FindManyAsync(companyId, [.. parsed.Select(handle => handle.AssetId).Distinct()], cancellationToken))
            .ToDictionary(asset => asset.AssetId);
        return parsed.ConvertAll(handle =>
            known.TryGetValue(handle.AssetId, out var asset) && handle.AgreesWith(AssetHandleLookup.Full(asset)) ? asset : null);
    }

    private static AssetHandle Parse(string? handle, string path) =>
        AssetHandle.TryParse(handle, out var parsed) ? parsed : throw Violations.InvalidHandle(handle ?? "", path);

    private static string ItemPath(string path, int index) => FormattableString.Invariant($"{path}/items[{index + 1}]");
}
