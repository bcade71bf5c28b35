using IpsJobs.Contracts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Takes assets out of the trash.</summary>
internal sealed class RestoreAssetsFromTrash(AssetTrash trash, BatchReplies replies) : IOperation
{
    public string Name => "restoreAssetsFromTrash";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (RestoreAssetsFromTrashParam)call.Param;
        var reply = replies.Of(
            await trash.RestoreAsync(call.Request, param.CompanyHandle, param.AssetHandleArray!.Items, cancellationToken),
            call);
        return new RestoreAssetsFromTrashReturn
        {
            SuccessCount = reply.Successes,
            WarningCount = reply.Warnings,
            ErrorCount = reply.Errors,
            WarningDetailArray = reply.WarningDetails,
            ErrorDetailArray = reply.ErrorDetails,
        };
    }
}
