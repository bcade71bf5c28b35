using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Schedules;

namespace IpsJobs.Core.Jobs;

/// <summary>The five operations on existing jobs. A scheduled handle speaks of a trigger, an instance handle of one run.</summary>
public sealed class JobControl(
    CompanyAccess companies, JobTargets targets, IJobStore store, IJobQueries queries, IJobDispatcher dispatcher, ServerClock clock)
{
    /// <summary>Stops every live instance the handle names; none, or one that has ended, is no error.</summary>
    /// <exception cref="RuleViolationException">30001 unknown handle, and the rules of company and role.</exception>
    public async Task StopAsync(RequestContext request, string? companyHandle, string? jobHandle, CancellationToken cancellationToken)
    {
        var target = await RequireAsync(request, companyHandle, jobHandle, cancellationToken);
        await StopLiveAsync(request, target, cancellationToken);
    }

    /// <summary>Pauses a trigger, or the recurring trigger that started a live instance; a running instance continues.</summary>
    /// <exception cref="RuleViolationException">30001: nothing recurring or scheduled behind the handle.</exception>
    public async Task PauseAsync(RequestContext request, string? companyHandle, string? jobHandle, CancellationToken cancellationToken)
    {
        var trigger = await RequireTriggerAsync(request, companyHandle, jobHandle, cancellationToken);
        if (trigger.State == TriggerState.Paused)
            return;
        var paused = await MoveAsync(trigger, TriggerState.Paused, trigger.NextFireUtc, cancellationToken);
        await dispatcher.DisarmAsync(paused.TriggerId, cancellationToken);
    }

    /// <summary>Resumes a trigger: the next fire time is computed from now; a one-time trigger whose time has passed fires at once.</summary>
    /// <exception cref="RuleViolationException">30001: nothing recurring or scheduled behind the handle.</exception>
    public async Task ResumeAsync(RequestContext request, string? companyHandle, string? jobHandle, CancellationToken cancellationToken)
    {
        var trigger = await RequireTriggerAsync(request, companyHandle, jobHandle, cancellationToken);
        if (trigger.State is TriggerState.Normal or TriggerState.Blocked)
            return;
        var next = trigger.ExecSchedule is { } raw
            ? ExecSchedule.Parse(raw).NextAfter(clock.UtcNow, clock.Zone)
            : trigger.NextFireUtc;
        await dispatcher.ArmAsync(await MoveAsync(trigger, TriggerState.Normal, next, cancellationToken), cancellationToken);
    }

    /// <summary>Runs a scheduled job now, in the name of its submitter; a one-time trigger is done with that.</summary>
    /// <exception cref="RuleViolationException">30001: the handle names no trigger.</exception>
    public async Task ExecuteAsync(RequestContext request, string? companyHandle, string? jobHandle, CancellationToken cancellationToken)
    {
        var target = await RequireAsync(request, companyHandle, jobHandle, cancellationToken);
        var trigger = target.Trigger ?? throw Violations.JobIsNot(target.Name, "Scheduled");
        if (trigger.ExecSchedule is not null)
        {
            var instance = new NewInstance(trigger.Definition, clock.UtcNow) { TriggerId = trigger.TriggerId };
            dispatcher.Enqueue(await store.AddInstanceAsync(instance, CancellationToken.None));
            return;
        }

        // Its alarm stays armed: one that rings for a trigger that is gone does nothing, and a fire that fails still has it.
        var due = await MoveAsync(trigger, TriggerState.Normal, trigger.NextFireUtc ?? clock.UtcNow, cancellationToken);
        var fired = await store.FireTriggerAsync(
            new TriggerFire(due.TriggerId, due.NextFireUtc!.Value, NextFireUtc: null), CancellationToken.None);
        if (fired.Started is { } started)
            dispatcher.Enqueue(started);
    }

    /// <summary>Removes a trigger, or stops a live instance; logs stay.</summary>
    /// <exception cref="RuleViolationException">30001: unknown, or the instance has ended.</exception>
    public async Task DeleteAsync(RequestContext request, string? companyHandle, string? jobHandle, CancellationToken cancellationToken)
    {
        var target = await RequireAsync(request, companyHandle, jobHandle, cancellationToken);
        if (target.Trigger is { } trigger)
        {
            await store.DeleteTriggerAsync(trigger.TriggerId, CancellationToken.None);
            await dispatcher.DisarmAsync(trigger.TriggerId, CancellationToken.None);
            return;
        }

        if (!target.Live.Any())
            throw Violations.JobIsNot(target.Name, "Active");
        await StopLiveAsync(request, target, cancellationToken);
    }

    private async Task<JobTarget> RequireAsync(
        RequestContext request, string? companyHandle, string? jobHandle, CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(request, companyHandle, cancellationToken);
        return await targets.RequireAsync(request, company, jobHandle, cancellationToken);
    }

    private async Task<JobTrigger> RequireTriggerAsync(
        RequestContext request, string? companyHandle, string? jobHandle, CancellationToken cancellationToken)
    {
        var target = await RequireAsync(request, companyHandle, jobHandle, cancellationToken);
        if (target.Trigger is { } named)
            return named;
        var live = target.Live.FirstOrDefault() ?? throw Violations.JobIsNot(target.Name, "Active");
        var trigger = live.TriggerId is { } id ? await queries.FindTriggerAsync(id, cancellationToken) : null;
        return trigger?.ExecSchedule is null ? throw Violations.JobIsNot(target.Name, "Recurring") : trigger;
    }

    private async Task StopLiveAsync(RequestContext request, JobTarget target, CancellationToken cancellationToken)
    {
        foreach (var live in target.Live)
        {
            await store.RequestStopAsync(live.InstanceId, request.Email, cancellationToken);
            dispatcher.SignalStop(live.InstanceId);
        }
    }

    private Task<JobTrigger> MoveAsync(JobTrigger trigger, TriggerState to, DateTimeOffset? next, CancellationToken cancellationToken) =>
        store.MoveTriggerAsync(trigger.TriggerId, trigger.State, to, next, cancellationToken);
}
