using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Assets.Search;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Tells where and when an asset was last delivered.</summary>
internal sealed class GetAssetPublishHistory(AssetScope scope, AssetLookup lookup, IPublishStates states) : IOperation
{
    public string Name => "getAssetPublishHistory";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetAssetPublishHistoryParam)call.Param;
        var company = await scope.RequireAsync(call, param.CompanyHandle, cancellationToken);
        var asset = await lookup.RequireAsync(company.CompanyId, param.AssetHandle, "assetHandle", cancellationToken);
        var array = new PublishHistoryArray();
        array.Items.AddRange((await states.ListDeliveriesAsync(company.CompanyId, asset.AssetId, cancellationToken))
            .Select(delivery => new PublishHistory
            {
                ServerName = delivery.ServerName,
                ContextName = delivery.ContextName,
                LastPublished = delivery.PublishedUtc.UtcDateTime,
            }));
        return new GetAssetPublishHistoryReturn { PubHistoryArray = array };
    }
}
