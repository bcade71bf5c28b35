using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.Storage.Tests;

/// <summary>A test on a store of its own, in a folder of its own. Suites derive from it, and each kind of database from the suites.</summary>
public abstract class StoreTest : IAsyncLifetime
{
    private readonly List<ServiceProvider> providers = [];

    protected static CancellationToken None => CancellationToken.None;

    protected string Folder { get; } = Path.Combine(Path.GetTempPath(), "ips-store-" + Guid.NewGuid().ToString("N"));

    /// <summary>Stands still unless a test moves it.</summary>
    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2024, 5, 6, 7, 8, 9, 123, TimeSpan.Zero));

    /// <summary>Clock of the store.</summary>
    protected virtual TimeProvider Clock => Time;

    protected TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    protected DateTimeOffset Now => Time.GetUtcNow();

    protected ServiceProvider Services => providers[^1];

    protected IJobStore Jobs => Services.GetRequiredService<IJobStore>();

    protected IJobQueries Queries => Services.GetRequiredService<IJobQueries>();

    protected IRecoveryQueries Recovery => Services.GetRequiredService<IRecoveryQueries>();

    protected IAssetStore Assets => Services.GetRequiredService<IAssetStore>();

    protected IOutbox Outbox => Services.GetRequiredService<IOutbox>();

    protected IAccountDirectory Accounts => Services.GetRequiredService<IAccountDirectory>();

    protected IAccountAdministration Administration => Services.GetRequiredService<IAccountAdministration>();

    /// <summary>Settings that choose the database.</summary>
    protected abstract IReadOnlyDictionary<string, string?> Settings { get; }

    public virtual Task InitializeAsync() => OpenAsync(Folder);

    public async Task DisposeAsync()
    {
        foreach (var provider in providers)
            await provider.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Opens the store as another process would; it becomes the current one. The one before stays open.</summary>
    protected async Task<ServiceProvider> OpenAsync(string folder)
    {
        var provider = Build(folder);
        providers.Add(provider);
        await provider.GetRequiredService<StoreMigration>().ApplyAsync(None);
        return provider;
    }

    /// <summary>Ends the service in good order and starts it again.</summary>
    protected async Task RestartAsync()
    {
        await Services.DisposeAsync();
        await OpenAsync(Folder);
    }

    protected virtual void Configure(IServiceCollection services)
    {
    }

    /// <summary>The tables themselves, for what no interface shows.</summary>
    private protected IpsDbContext Tables() => Services.GetRequiredService<IDbContextFactory<IpsDbContext>>().CreateDbContext();

    protected ServiceProvider Build(string folder)
    {
        var services = new ServiceCollection();
        services.AddSingleton(new DataFolder(folder));
        services.AddSingleton(new ServerClock(Clock, Zone));
        services.AddIpsStorage(new TestConfiguration(Settings));
        Configure(services);
        return services.BuildServiceProvider();
    }
}
