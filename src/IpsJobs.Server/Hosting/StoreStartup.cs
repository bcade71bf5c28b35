using IpsJobs.Storage;

namespace IpsJobs.Server.Hosting;

/// <summary>Creates and migrates the database before anything else starts.</summary>
internal sealed class StoreStartup(StoreMigration migration) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => migration.ApplyAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
