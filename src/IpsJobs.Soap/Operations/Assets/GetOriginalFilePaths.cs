using IpsJobs.Contracts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Names the original files of assets from the company's root, one per handle; empty for assets without a file.</summary>
internal sealed class GetOriginalFilePaths(AssetScope scope, AssetLookup lookup) : IOperation
{
    public string Name => "getOriginalFilePaths";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetOriginalFilePathsParam)call.Param;
        var company = await scope.RequireAsync(call, param.CompanyHandle, cancellationToken);
        var assets = await lookup.RequireManyAsync(company.CompanyId, param.AssetHandleArray!.Items, "assetHandleArray", cancellationToken);
        var array = new StringArray();
        array.Items.AddRange(assets.Select(asset => asset.Content.HasFile ? asset.Content.Folder + asset.Content.FileName : ""));
        return new GetOriginalFilePathsReturn { OriginalFileArray = array };
    }
}
