using IpsJobs.Contracts;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Keeps a scheduled job from firing; what runs goes on.</summary>
internal sealed class PauseJob(JobControl control) : IOperation
{
    public string Name => "pauseJob";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (PauseJobParam)call.Param;
        await control.PauseAsync(call.Request, param.CompanyHandle, param.JobHandle, cancellationToken);
        return new PauseJobReturn();
    }
}
