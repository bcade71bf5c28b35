using IpsJobs.Storage;
using IpsJobs.Storage.Edits;

namespace IpsJobs.Server.Hosting;

/// <summary>Creates, migrates and checks the database, and takes back what a killed process left half done, before anything else starts.</summary>
internal sealed class StoreStartup(StoreMigration migration, StoreCheck check, StoreRecovery recovery, FolderComposition composition)
    : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await migration.ApplyAsync(cancellationToken);
        check.Apply();
        recovery.Apply();
        await composition.ApplyAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
