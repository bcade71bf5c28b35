using IpsJobs.Contracts;
using IpsJobs.Core.Assets.Search;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Tells which names are in use, those of assets in the trash included.</summary>
internal sealed class CheckAssetNames(AssetScope scope, IAssetSearch search) : IOperation
{
    private const int MaxNames = 1000;

    public string Name => "checkAssetNames";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (CheckAssetNamesParam)call.Param;
        var names = NameLists.Read(param.AssetNameArray, "assetNameArray", MaxNames);
        var company = await scope.RequireAsync(call, param.CompanyHandle, cancellationToken);
        var used = await search.FindNamesInUseAsync(company.CompanyId, names, cancellationToken);
        var array = new StringArray();
        array.Items.AddRange(names.Where(used.Contains).Distinct(StringComparer.Ordinal));
        return new CheckAssetNamesReturn { InUseNameArray = array };
    }
}
