using IpsJobs.Contracts;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Lists triggers; no hit is an empty array, never a fault.</summary>
internal sealed class GetScheduledJobs(JobScopes scopes, IJobQueries queries, ScheduledJobMapping mapping) : IOperation
{
    public string Name => "getScheduledJobs";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetScheduledJobsParam)call.Param;
        var scope = await scopes.ResolveAsync(call.Request, param.CompanyHandle, param.JobHandle, cancellationToken);
        var filter = new TriggerFilter(scope.CompanyIds)
        {
            Handle = scope.Handle,
            OriginalName = Blank.ToNull(param.OriginalName),
        };
        var jobs = new ScheduledJobArray();
        foreach (var trigger in await queries.ListTriggersAsync(filter, cancellationToken))
            jobs.Items.Add(await mapping.ToContractAsync(trigger, call, cancellationToken));
        return new GetScheduledJobsReturn { JobArray = jobs };
    }
}
