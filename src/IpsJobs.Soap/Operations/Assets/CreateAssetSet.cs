using IpsJobs.Contracts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Makes a set by its definition.</summary>
internal sealed class CreateAssetSet(SetChanges sets) : IOperation
{
    public string Name => "createAssetSet";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (CreateAssetSetParam)call.Param;
        var wanted = new NewSet(param.FolderHandle, param.Name, param.SubType, param.SetDefinition, param.ThumbAssetHandle);
        var set = await sets.CreateAssetSetAsync(call.Request, param.CompanyHandle, wanted, cancellationToken);
        return new CreateAssetSetReturn { AssetHandle = set.Handle.ToString(call.Handles) };
    }
}
