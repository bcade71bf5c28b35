using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Jobs;

/// <summary>Resolves job handles of requests, never across companies.</summary>
public sealed class JobTargets(IJobQueries queries)
{
    private static readonly string[] OwnJobsOnly = [UserRoles.ImagePortalContrib, UserRoles.ImagePortalContribUser];

    /// <summary>Reads a job handle and checks that it belongs to <paramref name="company"/>.</summary>
    /// <exception cref="RuleViolationException">30002 absent, 30001 unreadable or of another company of the caller, 20006 of a foreign company.</exception>
    public static JobHandle RequireHandle(RequestContext request, Company company, string? jobHandle)
    {
        if (string.IsNullOrWhiteSpace(jobHandle))
            throw Violations.Missing("jobHandle");
        var handle = JobHandle.TryParse(jobHandle, out var parsed) ? parsed! : throw Violations.InvalidJobHandle(jobHandle);
        if (handle.CompanyId == company.CompanyId)
            return handle;
        var other = new CompanyHandle(handle.CompanyId).ToString(HandleForm.D2);
        throw request.Caller.IsActiveIn(handle.CompanyId)
            ? Violations.JobOfOtherCompany(jobHandle, company.Handle.ToString(HandleForm.D2))
            : Violations.IllegalCompany(request.Email, other);
    }

    /// <summary>Finds what the handle names, and checks that the caller may touch it.</summary>
    /// <exception cref="RuleViolationException">30001 unknown; 20005 somebody else's job for a role that may touch only its own.</exception>
    public async Task<JobTarget> RequireAsync(
        RequestContext request, Company company, string? jobHandle, CancellationToken cancellationToken)
    {
        var handle = RequireHandle(request, company, jobHandle);
        var trigger = handle.ScheduledName is { } scheduled
            ? await queries.FindTriggerAsync(company.CompanyId, scheduled, cancellationToken)
            : null;
        var instances = await queries.FindInstancesAsync(handle, cancellationToken);
        if (trigger is null && instances.Count == 0)
            throw Violations.JobNotFound(jobHandle!);
        var target = new JobTarget(handle.ScheduledName ?? instances[0].InstanceName, trigger, instances);
        RequireOwn(request, company, target);
        return target;
    }

    private static void RequireOwn(RequestContext request, Company company, JobTarget target)
    {
        if (!OwnJobsOnly.Contains(request.Caller.RoleIn(company.CompanyId)))
            return;
        var owners = target.Live.Select(i => i.Definition.SubmitUserId);
        if (target.Trigger is { } trigger)
            owners = owners.Append(trigger.Definition.SubmitUserId);
        if (owners.Any(owner => owner != request.Caller.User.UserId))
            throw Violations.IllegalParameterValue(request.Email, "jobHandle");
    }
}
