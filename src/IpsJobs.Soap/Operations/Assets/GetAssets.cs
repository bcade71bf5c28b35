using IpsJobs.Contracts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Describes assets in the order of their handles; those that the company does not have are left out.</summary>
internal sealed class GetAssets(AssetScope scope, AssetLookup lookup, AssetMapping mapping) : IOperation
{
    public string Name => "getAssets";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetAssetsParam)call.Param;
        var company = await scope.RequireAsync(call, param.CompanyHandle, param.AccessUserHandle, param.AccessGroupHandle, cancellationToken);
        var found = await lookup.FindReadableAsync(company.CompanyId, param.AssetHandleArray!.Items, "assetHandleArray", cancellationToken);
        var known = found.OfType<StoredAsset>().DistinctBy(asset => asset.AssetId).ToList();
        var reply = new GetAssetsReturn { AssetArray = await mapping.ToContractAsync(known, company, call, cancellationToken) };
        return FieldFilter.Apply(reply, param.ResponseFieldArray, param.ExcludeFieldArray);
    }
}
