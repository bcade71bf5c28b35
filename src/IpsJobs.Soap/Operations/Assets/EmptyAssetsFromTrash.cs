using IpsJobs.Contracts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Gives assets of the trash up; the next Cleanup removes them.</summary>
internal sealed class EmptyAssetsFromTrash(AssetTrash trash, BatchReplies replies) : IOperation
{
    public string Name => "emptyAssetsFromTrash";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (EmptyAssetsFromTrashParam)call.Param;
        var reply = replies.Of(
            await trash.EmptyAsync(call.Request, param.CompanyHandle, param.AssetHandleArray!.Items, cancellationToken),
            call);
        return new EmptyAssetsFromTrashReturn
        {
            SuccessCount = reply.Successes,
            WarningCount = reply.Warnings,
            ErrorCount = reply.Errors,
            WarningDetailArray = reply.WarningDetails,
            ErrorDetailArray = reply.ErrorDetails,
        };
    }
}
