using IpsJobs.Contracts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Marks an asset for publish, or not, in all contexts or in those named.</summary>
internal sealed class SetAssetPublishState(AssetMarks marks) : IOperation
{
    public string Name => "setAssetPublishState";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (SetAssetPublishStateParam)call.Param;
        await marks.MarkAsync(
            call.Request, param.CompanyHandle, param.AssetHandle, param.PublishState, param.ContextHandleArray?.Items, cancellationToken);
        return new SetAssetPublishStateReturn();
    }
}
