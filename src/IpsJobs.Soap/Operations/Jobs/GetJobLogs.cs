using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Lists the logs of started jobs without their rows, newest first unless asked otherwise.</summary>
internal sealed class GetJobLogs(
    CompanyAccess companies, UserAccess users, IJobQueries queries, JobLogMapping mapping, ServerClock clock) : IOperation
{
    private const int DefaultRows = 1000;
    private const int MaxRows = 10_000;

    public string Name => "getJobLogs";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetJobLogsParam)call.Param;
        var form = Form(param);
        var caller = call.Request.Caller;
        var scope = await companies.AccessibleCompaniesAsync(call.Request, param.CompanyHandle, cancellationToken);
        var owner = await OwnerAsync(call.Request, param.UserHandle, scope, cancellationToken);
        var filter = form with { CompanyIds = scope, SubmitUserId = owner };
        var logs = new JobLogArray();
        // A caller may be bound to its own logs in one company and not in another.
        foreach (var instance in (await queries.ListLogsAsync(filter, cancellationToken)).Where(i => OwnLogs.MaySee(i, caller)))
            logs.Items.Add(mapping.ToListed(instance, call));
        return new GetJobLogsReturn { JobLogArray = logs };
    }

    private JobLogFilter Form(GetJobLogsParam param)
    {
        var filter = new JobLogFilter(CompanyIds: null)
        {
            SortBy = ListRules.OneOf(JobLogSortFields.All, param.SortBy, JobLogSortFields.StartDate, "sortBy"),
            Descending = ListRules.IsDescending(param.SortDirection, SortDirections.Descending),
            Limit = ListRules.UpTo(MaxRows, param.NumRows, DefaultRows, "numRows"),
            FromUtc = param.StartDate is { } from ? clock.ToInstant(from) : null,
            ToUtc = param.EndDate is { } to ? clock.ToInstant(to) : null,
        };
        if (filter.FromUtc > filter.ToUtc)
            throw Violations.OutOfRange(filter.FromUtc.Value.ToString("O"), "startDate", "<= endDate");
        return filter;
    }

    private async Task<int?> OwnerAsync(
        RequestContext request, string? userHandle, IReadOnlyCollection<int>? scope, CancellationToken cancellationToken)
    {
        if (Blank.ToNull(userHandle) is { } handle)
            return (await users.RequireKnownUserAsync(request, handle, cancellationToken)).User.UserId;
        var sees = scope is null || scope.Any(company => !OwnLogs.OnlyIn(company, request.Caller));
        return sees ? null : request.Caller.User.UserId;
    }
}
