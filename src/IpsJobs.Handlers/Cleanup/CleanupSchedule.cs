using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Schedules;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Cleanup;

/// <summary>Makes sure at every start that the Cleanup job is scheduled, in the name of the address that the settings give the system.</summary>
/// <remarks>Starts after the dispatcher, which finds the trigger by itself from the second start on.</remarks>
internal sealed class CleanupSchedule(
    IJobStore store, IJobQueries queries, IJobDispatcher dispatcher, ServerClock clock, IOptions<ServerOptions> server) : IHostedService
{
    // Midnight, as the API's own listing shows it: five fields and a blank at the end.
    private const string Midnight = "00 00 00 * * ";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var definition = SystemJobs.Definition(JobTypes.Cleanup, server.Value.SystemAddress);
        var stored = await queries.FindTriggerAsync(SystemJobs.CompanyId, definition.OriginalName, cancellationToken);
        if (stored is not null && stored.Definition.SubmitUserEmail == definition.SubmitUserEmail)
            return;
        if (stored is not null)
            await RemoveAsync(stored, cancellationToken);
        await AddAsync(definition, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task RemoveAsync(JobTrigger trigger, CancellationToken cancellationToken)
    {
        await dispatcher.DisarmAsync(trigger.TriggerId, cancellationToken);
        await store.DeleteTriggerAsync(trigger.TriggerId, cancellationToken);
    }

    private async Task AddAsync(JobDefinition definition, CancellationToken cancellationToken)
    {
        var first = ExecSchedule.Parse(Midnight).NextAfter(clock.UtcNow, clock.Zone)!.Value;
        var trigger = await store.AddTriggerAsync(new NewTrigger(definition, Midnight, first), cancellationToken);
        await dispatcher.ArmAsync(trigger, cancellationToken);
    }
}
