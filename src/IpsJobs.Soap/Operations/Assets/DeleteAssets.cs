using IpsJobs.Contracts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Puts assets into the trash.</summary>
internal sealed class DeleteAssets(AssetTrash trash, BatchReplies replies) : IOperation
{
    public string Name => "deleteAssets";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (DeleteAssetsParam)call.Param;
        var reply = replies.Of(
            await trash.DeleteManyAsync(call.Request, param.CompanyHandle, param.AssetHandleArray!.Items, cancellationToken),
            call);
        return new DeleteAssetsReturn
        {
            SuccessCount = reply.Successes,
            WarningCount = reply.Warnings,
            ErrorCount = reply.Errors,
            WarningDetailArray = reply.WarningDetails,
            ErrorDetailArray = reply.ErrorDetails,
        };
    }
}
