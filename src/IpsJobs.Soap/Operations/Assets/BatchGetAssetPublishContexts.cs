using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Soap.Operations.Jobs;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Tells in which contexts each asset is marked for publish; assets that the company does not have are left out.</summary>
internal sealed class BatchGetAssetPublishContexts(
    AssetScope scope, AssetLookup lookup, IAccountDirectory accounts, IPublishStates states) : IOperation
{
    public string Name => "batchGetAssetPublishContexts";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (BatchGetAssetPublishContextsParam)call.Param;
        var company = await scope.RequireAsync(call, param.CompanyHandle, cancellationToken);
        var found = await lookup.FindReadableAsync(company.CompanyId, param.AssetHandleArray!.Items, "assetHandleArray", cancellationToken);
        var assets = found.OfType<StoredAsset>().DistinctBy(asset => asset.AssetId).ToList();
        var contexts = await accounts.ListContextsAsync(company.CompanyId, cancellationToken);
        var marks = await states.ListMarksAsync([.. assets.Select(asset => asset.AssetId)], cancellationToken);
        var array = new AssetPublishContextsArray();
        array.Items.AddRange(assets.Select(asset => new AssetPublishContexts
        {
            AssetHandle = asset.FullHandle.ToString(call.Handles),
            PublishContextArray = ContextMapping.ToContract(contexts.Where(context =>
                marks.TryGetValue((asset.AssetId, context.ContextId), out var marked) ? marked : asset.ReadyForPublish)),
        }));
        return new BatchGetAssetPublishContextsReturn { AssetPublishContextsArray = array };
    }
}
