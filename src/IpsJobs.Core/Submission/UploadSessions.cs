using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Core.Submission;

/// <summary>Opens, continues and ends uploads that come by HTTP POST in any number of requests.</summary>
/// <remarks>All checks come before any side effect; a request is answered once its files and itself are durable.</remarks>
public sealed class UploadSessions(
    CompanyAccess companies,
    JobTypeRegistry types,
    IUploadSessionStore store,
    IJobQueries queries,
    IJobDispatcher dispatcher,
    UploadActivity activity,
    ServerClock clock)
{
    /// <summary>A session closes itself after so much silence.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(30);

    private const string Block = "uploadPostJob";
    private const string BlockPath = "uploadParams";

    /// <summary>Takes a whole request.</summary>
    /// <returns>The handle of the session in instance form.</returns>
    /// <exception cref="RuleViolationException">A rule is broken; nothing has been stored.</exception>
    public async Task<JobHandle> AcceptAsync(
        RequestContext request, UploadPostParam param, IReadOnlyList<ReceivedFile> files, CancellationToken cancellationToken)
    {
        CheckNames(param);
        var locale = LocaleRule.Check(param.Locale);
        var company = await companies.RequireCompanyAsync(request, param.CompanyHandle, cancellationToken);
        var staged = UploadPaths.Place(company, param, files);
        var session = await FindAsync(request, company, param, cancellationToken);
        var opening = session is null ? await PlanAsync(request, company, param, locale, cancellationToken) : null;
        var delivery = new UploadDelivery(
            session?.Instance.InstanceId, opening, request.ClientAddress, staged, param.EndJob ?? false);
        return await DeliverAsync(delivery, param, cancellationToken);
    }

    /// <summary>Keeps the session a request speaks of from falling silent while the request still arrives.</summary>
    /// <returns>Disposed at the end of the request. Nothing is held, and nothing told, when the request is in error.</returns>
    public async Task<IDisposable?> HoldOpenAsync(RequestContext request, UploadPostParam param, CancellationToken cancellationToken)
    {
        try
        {
            CheckNames(param);
            var company = await companies.RequireCompanyAsync(request, param.CompanyHandle, cancellationToken);
            var session = await FindAsync(request, company, param, cancellationToken);
            return session is null ? null : activity.Enter(session.Instance.InstanceId);
        }
        catch (RuleViolationException)
        {
            // The same rule is found broken, and told, when the request has arrived.
            return null;
        }
    }

    private static void CheckNames(UploadPostParam param)
    {
        var named = !string.IsNullOrWhiteSpace(param.JobName);
        if (named && !string.IsNullOrWhiteSpace(param.JobHandle))
            throw Violations.OnlyOneOf("jobName, jobHandle");
        if (named || string.IsNullOrWhiteSpace(param.JobHandle))
            JobNameRule.Check(param.JobName);
    }

    // Null for a name that has no open session: one is opened.
    private async Task<UploadSession?> FindAsync(
        RequestContext request, Company company, UploadPostParam param, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(param.JobHandle))
            return await store.FindOpenAsync(
                company.CompanyId, JobNameRule.Check(param.JobName), request.Caller.User.UserId, request.ClientAddress, cancellationToken);
        var handle = JobTargets.RequireHandle(request, company, param.JobHandle);
        var found = await queries.FindInstancesAsync(handle, cancellationToken);
        if (found.Count == 0)
            throw Violations.JobNotFound(param.JobHandle);
        var session = await store.FindAsync(found[0].InstanceId, cancellationToken)
            ?? throw Violations.InvalidHandle(param.JobHandle, "jobHandle");
        if (session.Instance.Definition.SubmitUserId != request.Caller.User.UserId || session.ClientAddress != request.ClientAddress)
            throw Violations.IllegalParameterValue(request.Email, "jobHandle");
        return session.Accepts ? session : throw Violations.SessionClosed(param.JobHandle);
    }

    private async Task<NewInstance> PlanAsync(
        RequestContext request, Company company, UploadPostParam param, string? locale, CancellationToken cancellationToken)
    {
        if (param.UploadParams is not { } block)
            throw Violations.Missing(BlockPath);
        var type = types.FindByElement(Block) ?? throw Violations.JobTypeUnavailable(Block);
        var plan = await types.RulesOf(type).CheckAsync(
            new BlockContext(block, BlockPath, company, request.Caller, RunsNow: true), cancellationToken);
        var definition = new JobDefinition
        {
            CompanyId = company.CompanyId,
            OriginalName = JobNameRule.Check(param.JobName),
            JobType = type.Name,
            JobSubType = plan.JobSubType,
            BlockElement = Block,
            BlockXml = JobBlocks.Serialize(new JobBlock(Block, block)),
            LaneKey = plan.LaneKey,
            SubmitUserId = request.Caller.User.UserId,
            SubmitUserEmail = request.Email,
            CallerUserId = request.Caller.User.UserId,
            Locale = locale,
            RequestLocale = request.Locale,
            Description = string.IsNullOrEmpty(param.Description) ? null : param.Description,
        };
        return new NewInstance(definition, clock.UtcNow);
    }

    // Once the write has begun, the caller going away must not separate the stored files from their dispatch.
    private async Task<JobHandle> DeliverAsync(UploadDelivery delivery, UploadPostParam param, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var instance = await store.DeliverAsync(delivery, CancellationToken.None);
            if (delivery.InstanceId is null || delivery.Files.Count > 0 || delivery.EndJob)
                dispatcher.Enqueue(instance);
            return instance.Handle;
        }
        catch (StateConflictException)
        {
            // It was ended between the check and the write.
            throw Violations.SessionClosed(string.IsNullOrWhiteSpace(param.JobHandle) ? param.JobName! : param.JobHandle);
        }
    }
}
