using IpsJobs.Contracts;
using IpsJobs.Core.Assets.Search;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Counts the assets of a company by type, without those in the trash.</summary>
internal sealed class GetAssetCounts(AssetScope scope, IAssetSearch search) : IOperation
{
    public string Name => "getAssetCounts";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var company = await scope.RequireAsync(call, ((GetAssetCountsParam)call.Param).CompanyHandle, cancellationToken);
        var array = new AssetCountArray();
        foreach (var (type, count) in (await search.CountByTypeAsync(company.CompanyId, cancellationToken)).OrderBy(c => c.Key, StringComparer.Ordinal))
            array.Items.Add(new AssetCount { AssetType = type, Count = count });
        return new GetAssetCountsReturn { CountArray = array };
    }
}
