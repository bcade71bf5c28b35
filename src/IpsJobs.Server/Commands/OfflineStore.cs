using IpsJobs.Core.Accounts;
using IpsJobs.Server.Hosting;
using IpsJobs.Storage;

namespace IpsJobs.Server.Commands;

/// <summary>Opens a data folder for one command, whether or not a server runs on it.</summary>
internal static class OfflineStore
{
    public static async Task<int> UseAsync(
        string dataPath, Func<IAccountDirectory, IAccountAdministration, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        await using var services = ServerHost.BuildOffline(dataPath);
        await services.GetRequiredService<StoreMigration>().ApplyAsync(cancellationToken);
        await work(
            services.GetRequiredService<IAccountDirectory>(), services.GetRequiredService<IAccountAdministration>(), cancellationToken);
        return 0;
    }

    /// <summary>The company of that name.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public static async Task<Company> GetCompanyAsync(IAccountDirectory directory, string name, CancellationToken cancellationToken) =>
        await directory.FindCompanyByNameAsync(name, cancellationToken)
        ?? throw new CommandException($"There is no company '{name}'; company list shows all");
}
