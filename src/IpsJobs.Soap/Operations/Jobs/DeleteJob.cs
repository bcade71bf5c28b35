using IpsJobs.Contracts;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Removes a scheduled job, or ends a running one; logs stay.</summary>
internal sealed class DeleteJob(JobControl control) : IOperation
{
    public string Name => "deleteJob";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (DeleteJobParam)call.Param;
        await control.DeleteAsync(call.Request, param.CompanyHandle, param.JobHandle, cancellationToken);
        return new DeleteJobReturn();
    }
}
