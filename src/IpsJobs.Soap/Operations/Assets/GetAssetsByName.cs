using IpsJobs.Contracts;
using IpsJobs.Core.Assets.Search;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Describes the assets outside the trash that have one of the names; a picture and a file may share theirs.</summary>
internal sealed class GetAssetsByName(AssetScope scope, IAssetSearch search, AssetMapping mapping) : IOperation
{
    private const int MaxNames = 1000;

    public string Name => "getAssetsByName";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetAssetsByNameParam)call.Param;
        var types = AssetTypeFilters.Read(
            param.AssetTypeArray, param.ExcludeAssetTypeArray, param.AssetSubTypeArray, param.StrictSubTypeCheck);
        var names = NameLists.Read(param.NameArray, "nameArray", MaxNames);
        var company = await scope.RequireAsync(call, param.CompanyHandle, param.AccessUserHandle, param.AccessGroupHandle, cancellationToken);
        var found = await search.ListByNamesAsync(company.CompanyId, names, types, cancellationToken);
        var reply = new GetAssetsByNameReturn { AssetArray = await mapping.ToContractAsync(found, company, call, cancellationToken) };
        return FieldFilter.Apply(reply, param.ResponseFieldArray, param.ExcludeFieldArray);
    }
}
