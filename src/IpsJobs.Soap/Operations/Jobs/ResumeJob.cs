using IpsJobs.Contracts;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Lets a paused job fire again.</summary>
internal sealed class ResumeJob(JobControl control) : IOperation
{
    public string Name => "resumeJob";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (ResumeJobParam)call.Param;
        await control.ResumeAsync(call.Request, param.CompanyHandle, param.JobHandle, cancellationToken);
        return new ResumeJobReturn();
    }
}
