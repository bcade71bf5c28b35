using IpsJobs.Storage;

namespace IpsJobs.Server.Hosting;

/// <summary>Creates and migrates the database, and takes back what a killed process left half done, before anything else starts.</summary>
internal sealed class StoreStartup(StoreMigration migration, StoreRecovery recovery) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await migration.ApplyAsync(cancellationToken);
        recovery.Apply();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
