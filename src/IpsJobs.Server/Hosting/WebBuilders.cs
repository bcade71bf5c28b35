using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace IpsJobs.Server.Hosting;

/// <summary>Where web applications begin.</summary>
public static class WebBuilders
{
    // To see changes of a settings file the framework watches every folder below the one it is in. The data folder may be one of
    // them: a watch for each of its folders, an event for each write to the database.
    private const string NoWatch = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>One that reads the settings beside the program, and log levels again when they change. It watches no folder but looks
    /// at the files every few seconds.</summary>
    public static WebApplicationBuilder Create()
    {
        var builder = CreateSlim();
        var folder = new PhysicalFileProvider(AppContext.BaseDirectory) { UsePollingFileWatcher = true, UseActivePolling = true };
        var sources = builder.Configuration.Sources;
        foreach (var file in sources.OfType<JsonConfigurationSource>().ToList())
        {
            file.FileProvider = folder;
            file.ReloadOnChange = true;
            // Set anew, because a source is asked only once how it is read.
            sources[sources.IndexOf(file)] = file;
        }
        return builder;
    }

    /// <summary>One for a free port that only this machine reaches, with no log; its settings are read once.</summary>
    public static WebApplicationBuilder CreateLocal()
    {
        var builder = CreateSlim();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder;
    }

    private static WebApplicationBuilder CreateSlim() =>
        WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = [NoWatch] });
}
