using IpsJobs.Contracts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Changes definition and thumbnail of an asset set; what is left out stays.</summary>
internal sealed class UpdateAssetSet(SetChanges sets) : IOperation
{
    public string Name => "updateAssetSet";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (UpdateAssetSetParam)call.Param;
        await sets.UpdateAssetSetAsync(
            call.Request, param.CompanyHandle, param.AssetHandle, param.SetDefinition, param.ThumbAssetHandle, cancellationToken);
        return new UpdateAssetSetReturn();
    }
}
