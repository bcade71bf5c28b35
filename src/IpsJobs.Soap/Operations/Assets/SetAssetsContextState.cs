using IpsJobs.Contracts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Marks assets for publish, or not, context by context.</summary>
internal sealed class SetAssetsContextState(AssetMarks marks, BatchReplies replies) : IOperation
{
    public string Name => "setAssetsContextState";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (SetAssetsContextStateParam)call.Param;
        var reply = replies.Of(
            await marks.MarkContextsAsync(
                call.Request,
                param.CompanyHandle,
                [.. param.AssetsContextStateUpdateArray!.Items.Select(Read)],
                cancellationToken),
            call);
        return new SetAssetsContextStateReturn
        {
            SuccessCount = reply.Successes,
            WarningCount = reply.Warnings,
            ErrorCount = reply.Errors,
            WarningDetailArray = reply.WarningDetails,
            ErrorDetailArray = reply.ErrorDetails,
        };
    }

    private static ContextMarkRequest Read(AssetsContextStateUpdate update) => new(
        update.AssetHandle ?? "", [.. update.ContextStateUpdateArray?.Items.Select(s => (s.ContextHandle, s.PublishState)) ?? []]);
}
