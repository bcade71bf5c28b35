using IpsJobs.Contracts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Moves an asset into another folder.</summary>
internal sealed class MoveAsset(AssetRelocation relocation) : IOperation
{
    public string Name => "moveAsset";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (MoveAssetParam)call.Param;
        await relocation.MoveAsync(call.Request, param.CompanyHandle, param.AssetHandle, param.FolderHandle, cancellationToken);
        return new MoveAssetReturn();
    }
}
