using System.CommandLine;
using IpsJobs.Server.Demo;
using IpsJobs.Server.Hosting;

namespace IpsJobs.Server.Commands;

/// <summary>Shows the whole product in one run.</summary>
internal static class DemoCommand
{
    public static Command Build()
    {
        var data = new Option<string?>("--data") { Description = "Data folder; a temporary one without it" };
        var urls = CommonOptions.Urls("http://127.0.0.1:0");
        var all = new Option<bool>("--all") { Description = "Run a job of every type and show one line for each: counters, and the files it left" };
        var exit = new Option<bool>("--exit") { Description = "End after the jobs; exit code 0 only if all ended without error" };
        var command = new Command("demo", "Start a server with a sample company, run jobs on it and show what they do") { data, urls, all, exit };
        command.SetAction((result, cancellationToken) => CommandErrors.CatchAsync(async () =>
        {
            using var folder = new DemoFolder(result.GetValue(data));
            var settings = new ServeSettings(folder.Path)
            {
                Urls = result.GetValue(urls)!,
                Quiet = true,
                Overrides = DemoRun.Overrides,
            };
            return await new DemoRun(settings, result.GetValue(all), result.GetValue(exit)).RunAsync(cancellationToken);
        }));
        return command;
    }
}
