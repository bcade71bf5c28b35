using IpsJobs.Contracts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Replaces all members of a set.</summary>
internal sealed class SetImageSetMembers(SetChanges sets) : IOperation
{
    public string Name => "setImageSetMembers";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (SetImageSetMembersParam)call.Param;
        await sets.SetMembersAsync(
            call.Request,
            param.CompanyHandle,
            param.AssetHandle,
            [.. param.MemberArray!.Items.Select(m => new MemberRequest(m.AssetHandle ?? "", m.PageReset == true))],
            cancellationToken);
        return new SetImageSetMembersReturn();
    }
}
