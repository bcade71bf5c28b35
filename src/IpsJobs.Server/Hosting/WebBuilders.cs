namespace IpsJobs.Server.Hosting;

/// <summary>Where web applications begin.</summary>
public static class WebBuilders
{
    // To see changes of a settings file the framework watches every folder below the one it is in. The data folder may be one of
    // them: a watch for each of its folders, an event for each write to the database. Settings are read once anyway.
    private const string NoReload = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>One that reads the settings beside the program and watches no folder.</summary>
    public static WebApplicationBuilder Create() =>
        WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = [NoReload] });

    /// <summary>The same on a free port that only this machine reaches, with no log.</summary>
    public static WebApplicationBuilder CreateLocal()
    {
        var builder = Create();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder;
    }
}
