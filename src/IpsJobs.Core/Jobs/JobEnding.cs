using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Outbox;
using IpsJobs.Core.Text;

namespace IpsJobs.Core.Jobs;

/// <summary>Closes an instance: End row, mail, notification and follow-on become durable together.</summary>
public sealed class JobEnding(IJobStore store, IJobQueries queries, IAccountDirectory accounts, JobTypeRegistry types, ServerClock clock)
{
    /// <summary>Ends <paramref name="instance"/>, whose counters are final but for the fatal row.</summary>
    /// <param name="instance">The instance as stored now.</param>
    /// <param name="type">Its type.</param>
    /// <param name="fatal">Reason of a fatal error; null for none.</param>
    /// <param name="headers">Begin and header rows of an instance that never ran; otherwise empty.</param>
    /// <param name="remarks">What the handler has to say.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    public async Task<InstanceEndResult> EndAsync(
        JobInstance instance,
        JobTypeInfo type,
        LocalizedMessage? fatal,
        IReadOnlyList<LogRow> headers,
        EndRemarks remarks,
        CancellationToken cancellationToken)
    {
        var post = PostActions.Of(instance.Definition.ReadBlock());
        var counters = instance.Counters with { FatalError = fatal is not null || instance.Counters.FatalError };
        var outcome = JobOutcomes.Of(counters, instance.StoppedBy is not null);
        var (followOn, remark) = await FollowOnAsync(instance, post, counters, outcome, cancellationToken);
        var rows = new List<LogRow>(headers);
        if (fatal is not null)
            rows.Add(new LogRow(LogTypes.FatalError, fatal));
        rows.Add(EndRow(instance, type, outcome, remarks) with { Aux = remark is null ? [.. remarks.Notes] : [.. remarks.Notes, remark] });
        return await store.EndInstanceAsync(
            new InstanceEnd(instance.InstanceId, outcome, rows)
            {
                Mail = Mail(instance, post, counters),
                Notification = post.NotificationUrl is { } url && post.AllowedBy(counters) ? new NewNotification(url) : null,
                FollowOn = followOn,
            },
            cancellationToken);
    }

    private static LogRow EndRow(JobInstance instance, JobTypeInfo type, JobOutcome outcome, EndRemarks remarks) => outcome switch
    {
        JobOutcome.Stopped => new LogRow(type.EndLogType, new LocalizedMessage("Log.End.Stopped", instance.StoppedBy ?? "")),
        JobOutcome.Fatal => new LogRow(type.EndLogType, new LocalizedMessage("Log.End.Fatal")),
        _ => new LogRow(type.EndLogType, remarks.Message ?? new LocalizedMessage("Log.End." + outcome)),
    };

    private static NewMail? Mail(JobInstance instance, PostActions post, JobCounters counters)
    {
        var definition = instance.Definition;
        return MailRule.IsDue(post.EmailSetting, counters)
            ? new NewMail(definition.SubmitUserEmail, post.EmailSetting, definition.Locale ?? definition.RequestLocale)
            : null;
    }

    // A follow-on that can no longer be planned must not keep the upload from ending; the End row says why it is missing.
    private async Task<(NewInstance? FollowOn, AuxEntry? Remark)> FollowOnAsync(
        JobInstance instance, PostActions post, JobCounters counters, JobOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome is JobOutcome.Stopped or JobOutcome.Fatal || !post.AllowedBy(counters))
            return (null, null);
        try
        {
            return post.FollowOn is { } block
                ? (await PlanAsync(instance, block, runsNow: false, cancellationToken), null)
                : (await PlanInstantAsync(instance, post, counters, cancellationToken), null);
        }
        catch (RuleViolationException refused)
        {
            return (null, new AuxEntry(LogTypes.UploadWarning, refused.Reason, clock.UtcNow));
        }
    }

    // A publish that waits in the lane begins after everything this instance has committed, and delivers it too.
    private async Task<NewInstance?> PlanInstantAsync(
        JobInstance instance, PostActions post, JobCounters counters, CancellationToken cancellationToken)
    {
        if (InstantPublish.BlockFor(instance, post, counters) is not { } block
            || await accounts.FindCompanyAsync(instance.Definition.CompanyId, cancellationToken) is not { InstantPublish: true })
        {
            return null;
        }

        // Nobody chose a target here, so a company without one is told with every upload instead of getting jobs that fail.
        var publish = await PlanAsync(instance, block, runsNow: true, cancellationToken);
        return await queries.CountWaitingAsync(publish.Definition.LaneKey, cancellationToken) > 0 ? null : publish;
    }

    private async Task<NewInstance> PlanAsync(JobInstance instance, JobBlock block, bool runsNow, CancellationToken cancellationToken)
    {
        var definition = instance.Definition;
        var company = await accounts.FindCompanyAsync(definition.CompanyId, cancellationToken);
        var user = await accounts.FindAccountAsync(definition.SubmitUserId, cancellationToken);
        if (company is null || user is null)
            throw Violations.InvalidUser(definition.SubmitUserEmail);
        var type = types.FindByElement(block.ElementName) ?? throw Violations.JobTypeUnavailable(block.ElementName);
        var plan = await types.RulesOf(type).CheckAsync(
            new BlockContext(block.Block, block.ElementName, company, user, runsNow), cancellationToken);
        var next = definition with
        {
            JobType = type.Name,
            JobSubType = plan.JobSubType,
            BlockElement = block.ElementName,
            BlockXml = JobBlocks.Serialize(block),
            LaneKey = plan.LaneKey,
        };
        return new NewInstance(next, clock.UtcNow) { NamePrefix = JobNames.FollowOnPrefix, InitiatingJobName = instance.InstanceName };
    }
}
