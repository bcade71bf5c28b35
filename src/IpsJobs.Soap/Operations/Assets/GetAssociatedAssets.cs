using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Shows the sets around an asset, its members, its thumbnail, what it was made from and what was made from it.</summary>
/// <remarks>Here no asset owns another or refers to others by URL, so those fields are absent or empty.</remarks>
internal sealed class GetAssociatedAssets(
    AssetScope scope, AssetLookup lookup, IAssetStore assets, AssetMapping mapping, GenerationMapping generations, Thumbnails thumbnails)
    : IOperation
{
    public string Name => "getAssociatedAssets";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetAssociatedAssetsParam)call.Param;
        var company = await scope.RequireAsync(call, param.CompanyHandle, cancellationToken);
        var asset = await lookup.RequireAsync(company.CompanyId, param.AssetHandle, "assetHandle", cancellationToken);
        var members = (await assets.ListMembersAsync(asset.AssetId, cancellationToken)).Select(member => member.AssetId);
        var thumbnail = await thumbnails.FindAsync(asset, cancellationToken);
        var source = await assets.FindGenerationAsync(asset.AssetId, cancellationToken);
        var reply = new GetAssociatedAssetsReturn
        {
            ContainerArray = await ShowAsync(await assets.ListSetsOfAsync(asset.AssetId, cancellationToken), company, call, cancellationToken),
            MemberArray = await ShowAsync([.. members.Distinct()], company, call, cancellationToken),
            OwnerArray = new AssetArray(),
            DerivedArray = await ShowAsync(source is null ? [] : [source.OriginatorId], company, call, cancellationToken),
            GeneratorArray = await generations.MakersAsync(asset, engine: null, company, call, cancellationToken),
            GeneratedArray = await generations.MadeAsync(asset, engine: null, company, call, cancellationToken),
            ThumbAsset = thumbnail is null ? null : await mapping.ToContractAsync(thumbnail, company, call, cancellationToken),
        };
        return FieldFilter.Apply(reply, param.ResponseFieldArray, param.ExcludeFieldArray);
    }

    /// <summary>In the order of the ids; what is gone is left out.</summary>
    private async Task<AssetArray> ShowAsync(
        IReadOnlyList<long> assetIds, Company company, OperationCall call, CancellationToken cancellationToken)
    {
        if (assetIds.Count == 0)
            return new AssetArray();
        var known = (await assets.FindManyAsync(company.CompanyId, assetIds, cancellationToken)).ToDictionary(asset => asset.AssetId);
        return await mapping.ToContractAsync(
            [.. assetIds.Where(known.ContainsKey).Select(id => known[id])], company, call, cancellationToken);
    }
}
