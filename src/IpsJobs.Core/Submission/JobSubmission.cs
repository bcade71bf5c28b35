using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
using Microsoft.Extensions.Options;

namespace IpsJobs.Core.Submission;

/// <summary>Accepts jobs: all checks before any side effect, then one durable write, then the dispatcher.</summary>
public sealed class JobSubmission(
    CompanyAccess companies,
    UserAccess users,
    JobTypeRegistry types,
    IJobStore store,
    IJobQueries queries,
    IJobDispatcher dispatcher,
    ServerClock clock,
    IOptions<JobOptions> options)
{
    private readonly LanePlaces places = new(queries, options);

    /// <summary>Stores and dispatches the job.</summary>
    /// <returns>The handle in scheduled form, also for a job that runs at once: clients poll with it.</returns>
    /// <exception cref="RuleViolationException">A rule of submitJob is broken; nothing has been stored.</exception>
    public async Task<JobHandle> SubmitAsync(RequestContext request, SubmitJobParam param, CancellationToken cancellationToken)
    {
        var name = JobNameRule.Check(param.JobName);
        var locale = LocaleRule.Check(param.Locale);
        var block = OneJobBlockRule.Check(param);
        var when = RunTimeRule.Check(param, clock);
        var company = await companies.RequireCompanyAsync(request, param.CompanyHandle, cancellationToken);
        var user = await users.RequireActingUserAsync(request, company, param.UserHandle, cancellationToken);
        var type = types.FindByElement(block.ElementName) ?? throw Violations.JobTypeUnavailable(block.ElementName);
        var plan = await types.RulesOf(type).CheckAsync(
            new BlockContext(block.Block, block.ElementName, company, user, when.IsNow), cancellationToken);
        var definition = new JobDefinition
        {
            CompanyId = company.CompanyId,
            OriginalName = name,
            JobType = type.Name,
            JobSubType = plan.JobSubType,
            BlockElement = block.ElementName,
            BlockXml = JobBlocks.Serialize(block),
            LaneKey = plan.LaneKey,
            SubmitUserId = user.User.UserId,
            SubmitUserEmail = user.User.Email,
            CallerUserId = request.Caller.User.UserId,
            Locale = locale,
            RequestLocale = request.Locale,
            Description = string.IsNullOrEmpty(param.Description) ? null : param.Description,
        };
        await StoreAsync(definition, when, cancellationToken);
        return JobHandle.ForScheduled(company.CompanyId, name);
    }

    // Once the write has begun, the caller going away must not separate the stored job from its dispatch.
    private async Task StoreAsync(JobDefinition definition, RunTime when, CancellationToken cancellationToken)
    {
        if (when.FirstFireUtc is not { } first)
        {
            dispatcher.Enqueue(await places.AddAsync(
                definition.LaneKey,
                () => store.AddInstanceAsync(new NewInstance(definition, clock.UtcNow), CancellationToken.None),
                cancellationToken));
            return;
        }

        var trigger = await store.AddTriggerAsync(new NewTrigger(definition, when.Schedule?.Raw, first), CancellationToken.None);
        await dispatcher.ArmAsync(trigger, CancellationToken.None);
    }
}
