using System.CommandLine;
using IpsJobs.Server.Hosting;

namespace IpsJobs.Server.Commands;

/// <summary>Runs the service until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Build()
    {
        var data = CommonOptions.Data();
        var urls = CommonOptions.Urls(new ServeSettings("data").Urls);
        var zone = new Option<string?>("--time-zone") { Description = "Zone of schedules and dates, e.g. Europe/Paris" };
        var command = new Command("serve", "Run the service") { data, urls, zone };
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(() => RunAsync(
            new ServeSettings(result.GetValue(data)!) { Urls = result.GetValue(urls)!, TimeZone = result.GetValue(zone) }, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ServeSettings settings, CancellationToken cancellationToken)
    {
        await using var app = ServerHost.Build(settings);
        await app.StartAsync(cancellationToken);
        var service = ServerAddress.Of(app);
        Console.WriteLine(
            $"IpsJobs listens on {service}, data in {Path.GetFullPath(settings.DataPath)}; make the first user with: "
            + $"company add NAME --data {settings.DataPath} and user add EMAIL --company NAME --role IpsUser --data {settings.DataPath}");
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
