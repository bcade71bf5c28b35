using IpsJobs.Core.Assets;
using IpsJobs.Core.Handles;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Writes handles of assets in the form of one reply.</summary>
/// <remarks>Long forms need the asset's type, which is looked up once per asset.</remarks>
internal sealed class AssetHandleLookup(IAssetStore assets, int companyId, HandleForm form)
{
    private readonly Dictionary<long, string?> _known = [];

    /// <summary>Null when the form is long and the asset is gone.</summary>
    public async ValueTask<string?> FindAsync(long assetId, CancellationToken cancellationToken)
    {
        if (form == HandleForm.D2)
            return new AssetHandle(assetId).ToString(form);
        if (_known.TryGetValue(assetId, out var handle))
            return handle;
        var asset = await assets.FindAsync(companyId, assetId, cancellationToken);
        return _known[assetId] = asset is null ? null : asset.FullHandle.ToString(form);
    }
}
