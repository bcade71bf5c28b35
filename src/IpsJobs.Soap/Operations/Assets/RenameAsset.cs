using IpsJobs.Contracts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Gives an asset another name; its file keeps the extension.</summary>
internal sealed class RenameAsset(AssetRelocation relocation) : IOperation
{
    public string Name => "renameAsset";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (RenameAssetParam)call.Param;
        await relocation.RenameAsync(call.Request, param.CompanyHandle, param.AssetHandle, param.NewName, cancellationToken);
        return new RenameAssetReturn();
    }
}
