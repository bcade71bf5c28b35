using IpsJobs.Contracts;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Asks live instances to end at their next checkpoint.</summary>
internal sealed class StopJob(JobControl control) : IOperation
{
    public string Name => "stopJob";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (StopJobParam)call.Param;
        await control.StopAsync(call.Request, param.CompanyHandle, param.JobHandle, cancellationToken);
        return new StopJobReturn();
    }
}
