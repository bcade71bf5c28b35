using IpsJobs.Contracts;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Lists live instances; no hit is an empty array, never a fault.</summary>
internal sealed class GetActiveJobs(JobScopes scopes, IJobQueries queries, ActiveJobMapping mapping) : IOperation
{
    public string Name => "getActiveJobs";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetActiveJobsParam)call.Param;
        var scope = await scopes.ResolveAsync(call.Request, param.CompanyHandle, param.JobHandle, cancellationToken);
        var originalName = Blank.ToNull(param.OriginalName);
        var filter = new ActiveJobFilter(scope.CompanyIds)
        {
            Handle = scope.Handle,
            OriginalName = originalName,
            // Who asks for one job wants to see it wherever it is.
            IncludeWaiting = call.Dialect.ListsWaitingJobs || param.IncludeWaitingJobs == true
                || scope.Handle is not null || originalName is not null,
        };
        var jobs = new ActiveJobArray();
        foreach (var instance in await queries.ListActiveAsync(filter, cancellationToken))
            jobs.Items.Add(await mapping.ToContractAsync(instance, call, cancellationToken));
        return new GetActiveJobsReturn { JobArray = jobs };
    }
}
