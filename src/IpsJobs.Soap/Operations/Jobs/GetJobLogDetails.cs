using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Lists logs with a page of their rows; paging applies to each log separately.</summary>
internal sealed class GetJobLogDetails(
    CompanyAccess companies, IJobQueries queries, JobLogMapping logs, LogRowMapping rows) : IOperation
{
    private const int MaxRows = 1000;

    public string Name => "getJobLogDetails";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetJobLogDetailsParam)call.Param;
        var form = Form(param);
        var company = await companies.RequireCompanyAsync(call.Request, param.CompanyHandle, cancellationToken);
        var filter = form with
        {
            CompanyId = company.CompanyId,
            Handle = form.Handle is null ? null : JobTargets.RequireHandle(call.Request, company, param.JobHandle),
            SubmitUserId = OwnLogs.OnlyIn(company.CompanyId, call.Request.Caller) ? call.Request.Caller.User.UserId : null,
        };
        var array = new JobLogArray();
        foreach (var found in await queries.ListLogDetailsAsync(filter, cancellationToken))
            array.Items.Add(await ToContractAsync(found, call, cancellationToken));
        return new GetJobLogDetailsReturn { JobLogArray = array };
    }

    private async Task<JobLog> ToContractAsync(JobLogWithRows found, OperationCall call, CancellationToken cancellationToken)
    {
        var log = logs.ToContract(found.Instance, call);
        log.DetailTotalRows = found.TotalRows;
        log.DetailArray = await rows.ToContractAsync(found.Instance, found.Rows, call, cancellationToken);
        return log;
    }

    private static JobLogDetailFilter Form(GetJobLogDetailsParam param)
    {
        var handle = Blank.ToNull(param.JobHandle);
        var originalName = Blank.ToNull(param.OriginalName);
        if (handle is null && originalName is null)
            throw Violations.Missing("jobHandle");
        return new JobLogDetailFilter(CompanyId: 0)
        {
            Handle = handle is null ? null : Parse(handle),
            OriginalName = originalName,
            LogTypes = Types(param.LogTypeArray),
            PageSize = ListRules.UpTo(MaxRows, param.RecordsPerPage, MaxRows, "recordsPerPage"),
            Page = ListRules.UpTo(int.MaxValue, param.ResultsPage, 1, "resultsPage"),
            SortBy = ListRules.OneOf(JobLogDetailSortFields.All, param.SortBy, JobLogDetailSortFields.Date, "sortBy"),
            Descending = ListRules.IsDescending(param.SortDirection, SortDirections.Ascending),
        };
    }

    private static JobHandle Parse(string text) =>
        JobHandle.TryParse(text, out var handle) ? handle : throw Violations.InvalidJobHandle(text);

    private static HashSet<string> Types(StringArray? array)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in array?.Items ?? [])
        {
            if (!LogTypes.TryExpand(word, out var canonical))
                throw Violations.InvalidValue(word, "logTypeArray/items");
            types.UnionWith(canonical);
        }

        return types;
    }
}
