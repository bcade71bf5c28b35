using IpsJobs.Contracts;
using IpsJobs.Core.Submission;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Stores a job and answers its handle in scheduled form, also for a job that runs at once: clients poll with it.</summary>
internal sealed class SubmitJob(JobSubmission submission) : IOperation
{
    public string Name => "submitJob";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (SubmitJobParam)call.Param;
        foreach (var block in JobBlocks.Present(param))
            EarlierOptions.Translate(block.Block, call.Dialect);
        var handle = await submission.SubmitAsync(call.Request, param, cancellationToken);
        return new SubmitJobReturn { JobHandle = handle.ToString(call.Handles) };
    }
}
