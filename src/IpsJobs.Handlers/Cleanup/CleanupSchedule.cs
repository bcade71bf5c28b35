using IpsJobs.Core.Constants;
using Microsoft.Extensions.Hosting;

namespace IpsJobs.Handlers.Cleanup;

/// <summary>Makes sure at every start that the Cleanup job is scheduled.</summary>
/// <remarks>Starts after the dispatcher, which finds the trigger by itself from the second start on.</remarks>
internal sealed class CleanupSchedule(SystemSchedules schedules) : IHostedService
{
    // Midnight, as the API's own listing shows it: five fields and a blank at the end.
    private const string Midnight = "00 00 00 * * ";

    public Task StartAsync(CancellationToken cancellationToken) => schedules.EnsureAsync(JobTypes.Cleanup, Midnight, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
