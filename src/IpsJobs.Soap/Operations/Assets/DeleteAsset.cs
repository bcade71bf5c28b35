using IpsJobs.Contracts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Puts an asset into the trash.</summary>
internal sealed class DeleteAsset(AssetTrash trash) : IOperation
{
    public string Name => "deleteAsset";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (DeleteAssetParam)call.Param;
        await trash.DeleteAsync(call.Request, param.CompanyHandle, param.AssetHandle, cancellationToken);
        return new DeleteAssetReturn();
    }
}
