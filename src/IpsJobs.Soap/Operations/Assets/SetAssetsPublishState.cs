using IpsJobs.Contracts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Marks assets for publish, or not, in all contexts.</summary>
internal sealed class SetAssetsPublishState(AssetMarks marks, BatchReplies replies) : IOperation
{
    public string Name => "setAssetsPublishState";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (SetAssetsPublishStateParam)call.Param;
        var reply = replies.Of(
            await marks.MarkManyAsync(
                call.Request,
                param.CompanyHandle,
                [.. param.PublishStateUpdateArray!.Items.Select(u => new MarkRequest(u.AssetHandle ?? "", u.PublishState))],
                cancellationToken),
            call);
        return new SetAssetsPublishStateReturn
        {
            SuccessCount = reply.Successes,
            WarningCount = reply.Warnings,
            ErrorCount = reply.Errors,
            WarningDetailArray = reply.WarningDetails,
            ErrorDetailArray = reply.ErrorDetails,
        };
    }
}
