using IpsJobs.Contracts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Has assets delivered again with the next publish.</summary>
internal sealed class ForceRepublishAssets(AssetRepublish republish, BatchReplies replies) : IOperation
{
    public string Name => "forceRepublishAssets";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (ForceRepublishAssetsParam)call.Param;
        var reply = replies.Of(
            await republish.ForceAsync(
                call.Request, param.CompanyHandle, param.AssetHandleArray!.Items, param.RepublishFiles, param.ResyncCatalog, cancellationToken),
            call);
        return new ForceRepublishAssetsReturn
        {
            SuccessCount = reply.Successes,
            WarningCount = reply.Warnings,
            ErrorCount = reply.Errors,
            WarningDetailArray = reply.WarningDetails,
            ErrorDetailArray = reply.ErrorDetails,
        };
    }
}
