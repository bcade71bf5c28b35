using IpsJobs.Contracts;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Runs a scheduled job now.</summary>
internal sealed class ExecuteJob(JobControl control) : IOperation
{
    public string Name => "executeJob";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (ExecuteJobParam)call.Param;
        await control.ExecuteAsync(call.Request, param.CompanyHandle, param.JobHandle, cancellationToken);
        return new ExecuteJobReturn();
    }
}
