using IpsJobs.Contracts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Makes a set of images without members.</summary>
internal sealed class CreateImageSet(SetChanges sets) : IOperation
{
    public string Name => "createImageSet";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (CreateImageSetParam)call.Param;
        var wanted = new NewSet(param.FolderHandle, param.Name, param.Type, Definition: null, param.ThumbAssetHandle);
        var set = await sets.CreateImageSetAsync(call.Request, param.CompanyHandle, wanted, cancellationToken);
        return new CreateImageSetReturn { AssetHandle = set.Handle.ToString(call.Handles) };
    }
}
