using System.CommandLine;
using System.Globalization;
using IpsJobs.Core.Files;
using IpsJobs.Server.Hosting;
using IpsJobs.Storage;
using IpsJobs.Storage.Backup;

namespace IpsJobs.Server.Commands;

/// <summary>Copies a data folder, whether or not a server runs on it.</summary>
internal static class BackupCommand
{
    private const double Megabyte = 1024 * 1024;

    public static Command Build()
    {
        var directory = new Argument<string>("DIR") { Description = "Where the copy goes: a new or an empty folder" };
        var copy = new Option<bool>("--copy") { Description = "Copy every byte, also where files could share theirs with the data folder" };
        var data = CommonOptions.Data();
        var command = new Command("backup", "Copy database and files while the service runs; a server can be started on the copy")
        {
            directory, copy, data,
        };
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(() => RunAsync(
            new DataFolder(result.GetValue(data)!), new DataFolder(result.GetValue(directory)!), result.GetValue(copy), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(DataFolder from, DataFolder to, bool copyAll, CancellationToken cancellationToken)
    {
        if (!File.Exists(from.Database))
            throw new CommandException($"There is no database {from.Database} to back up");
        var report = await CopyAsync(from, to, copyAll, cancellationToken);
        await FinishAsync(to, cancellationToken);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{to.Root} holds the database ({report.DatabaseBytes / Megabyte:0.0} MB) and {report.Files} files; "
            + $"commits waited {report.Held.TotalSeconds:0.00} s"));
        return 0;
    }

    private static async Task<BackupReport> CopyAsync(DataFolder from, DataFolder to, bool copyAll, CancellationToken cancellationToken)
    {
        await using var services = ServerHost.BuildOffline(from.Root);
        await services.GetRequiredService<StoreMigration>().ApplyAsync(cancellationToken);
        return services.GetRequiredService<StoreBackup>().Copy(to, linksAllowed: !copyAll);
    }

    private static async Task FinishAsync(DataFolder to, CancellationToken cancellationToken)
    {
        await using var services = ServerHost.BuildOffline(to.Root);
        await services.GetRequiredService<StoreMigration>().ApplyAsync(cancellationToken);
        services.GetRequiredService<BackupSettlement>().Finish();
    }
}
