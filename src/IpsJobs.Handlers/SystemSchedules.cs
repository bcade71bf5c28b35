using IpsJobs.Core.Configuration;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Schedules;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers;

/// <summary>Keeps the server's own jobs scheduled, in the name of the address that the settings give the system.</summary>
public sealed class SystemSchedules(
    IJobStore store, IJobQueries queries, IJobDispatcher dispatcher, ServerClock clock, IOptions<ServerOptions> server)
{
    /// <summary>Adds the trigger of a job unless it is there; one of another address is replaced.</summary>
    /// <param name="jobType">A constant of <see cref="Core.Constants.JobTypes"/>; also the name of the trigger.</param>
    /// <param name="schedule">When it runs.</param>
    /// <param name="cancellationToken">Cancels before the trigger is stored.</param>
    public async Task EnsureAsync(string jobType, string schedule, CancellationToken cancellationToken)
    {
        var definition = SystemJobs.Definition(jobType, server.Value.SystemAddress);
        var stored = await queries.FindTriggerAsync(SystemJobs.CompanyId, definition.OriginalName, cancellationToken);
        if (stored is not null && stored.Definition.SubmitUserEmail == definition.SubmitUserEmail)
            return;
        if (stored is not null)
            await RemoveAsync(stored, cancellationToken);
        var first = ExecSchedule.Parse(schedule).NextAfter(clock.UtcNow, clock.Zone)!.Value;
        var trigger = await store.AddTriggerAsync(new NewTrigger(definition, schedule, first), cancellationToken);
        await dispatcher.ArmAsync(trigger, cancellationToken);
    }

    private async Task RemoveAsync(JobTrigger trigger, CancellationToken cancellationToken)
    {
        await dispatcher.DisarmAsync(trigger.TriggerId, cancellationToken);
        await store.DeleteTriggerAsync(trigger.TriggerId, cancellationToken);
    }
}
