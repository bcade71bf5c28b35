using IpsJobs.Contracts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Moves assets, each into its folder.</summary>
internal sealed class MoveAssets(AssetRelocation relocation, BatchReplies replies) : IOperation
{
    public string Name => "moveAssets";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (MoveAssetsParam)call.Param;
        var reply = replies.Of(
            await relocation.MoveManyAsync(
                call.Request,
                param.CompanyHandle,
                [.. param.AssetMoveArray!.Items.Select(m => (m.AssetHandle ?? "", m.FolderHandle ?? ""))],
                cancellationToken),
            call);
        return new MoveAssetsReturn
        {
            SuccessCount = reply.Successes,
            WarningCount = reply.Warnings,
            ErrorCount = reply.Errors,
            WarningDetailArray = reply.WarningDetails,
            ErrorDetailArray = reply.ErrorDetails,
        };
    }
}
