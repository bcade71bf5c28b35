using System.Globalization;
using IpsJobs.Core;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Files;
using IpsJobs.Handlers.AutomatedSetGeneration;
using IpsJobs.Handlers.Cleanup;
using IpsJobs.Handlers.DirectoryUpload;
using IpsJobs.Handlers.Documents;
using IpsJobs.Handlers.Export;
using IpsJobs.Handlers.ImageRenderingPublish;
using IpsJobs.Handlers.ImageServingPublish;
using IpsJobs.Handlers.Media;
using IpsJobs.Handlers.MetadataPublish;
using IpsJobs.Handlers.OptimizeImages;
using IpsJobs.Handlers.PostUpload;
using IpsJobs.Handlers.ReprocessAssets;
using IpsJobs.Handlers.RipPdfs;
using IpsJobs.Handlers.ServerDirectoryPublish;
using IpsJobs.Handlers.UrlUpload;
using IpsJobs.Handlers.VideoPublish;
using IpsJobs.Handlers.VideoSitemap;
using IpsJobs.Imaging;
using IpsJobs.Notifications;
using IpsJobs.Scheduling;
using IpsJobs.Soap;
using IpsJobs.Storage;
using Microsoft.Extensions.Options;
using Serilog;
using Serilog.Events;

namespace IpsJobs.Server.Hosting;

/// <summary>Puts the modules together.</summary>
public static class ServerHost
{
    /// <summary>Builds a server that is ready to start; the database is created and migrated at the start.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong; the message names it and says what is allowed.</exception>
    public static WebApplication Build(ServeSettings settings)
    {
        var builder = WebBuilders.Create();
        Configure(builder.Configuration, settings);
        SettingForms.Check(builder.Configuration);
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.ConfigureKestrel(ConfigureKestrel);
        builder.Services.AddSerilog((_, log) => ConfigureLog(log, builder.Configuration, settings));
        AddModules(builder.Services, builder.Configuration, settings.DataPath);
        settings.Replace(builder.Services);
        var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        app.MapIpsSoap();
        return app;
    }

    /// <summary>The modules that commands need to work on a data folder without serving it.</summary>
    /// <param name="dataPath">The data folder.</param>
    /// <param name="addMore">Further modules.</param>
    public static ServiceProvider BuildOffline(string dataPath, Action<IServiceCollection, IConfiguration>? addMore = null)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        SettingForms.Check(configuration);
        var services = new ServiceCollection().AddLogging();
        AddFoundation(services, configuration, dataPath);
        addMore?.Invoke(services, configuration);
        return services.BuildServiceProvider();
    }

    private static void AddModules(IServiceCollection services, IConfiguration configuration, string dataPath)
    {
        AddFoundation(services, configuration, dataPath);
        services
            .AddHostedService<StoreStartup>()
            .AddIpsScheduling(configuration)
            .AddIpsImaging()
            .AddDocuments()
            .AddMedia()
            .AddUrlUpload()
            .AddDirectoryUpload()
            .AddPostUpload()
            .AddOptimizeImages()
            .AddReprocessAssets()
            .AddRipPdfs()
            .AddImageServingPublish()
            .AddImageRenderingPublish()
            .AddVideoPublish()
            .AddServerDirectoryPublish()
            .AddMetadataPublish()
            .AddExport()
            .AddAutomatedSetGeneration()
            .AddVideoSitemap()
            .AddCleanup()
            .AddIpsNotifications(configuration)
            .AddIpsSoap();
    }

    private static void AddFoundation(IServiceCollection services, IConfiguration configuration, string dataPath) =>
        services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new DataFolder(dataPath))
            .AddSingleton(provider => new ServerClock(
                provider.GetRequiredService<TimeProvider>(),
                TimeZones.Resolve(provider.GetRequiredService<IOptions<ServerOptions>>().Value.TimeZone)))
            .AddIpsCore(configuration)
            .AddSettingChecks()
            .AddIpsStorage(configuration);

    private static void Configure(ConfigurationManager configuration, ServeSettings settings)
    {
        var overrides = new Dictionary<string, string?>(settings.Overrides);
        if (settings.TimeZone is { } zone)
            overrides["Server:TimeZone"] = zone;
        configuration.AddInMemoryCollection(overrides);
    }

    private static void ConfigureKestrel(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        // The SOAP endpoint bounds bodies itself, because a fault must be answered where Kestrel would only cut the line.
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(30);
    }

    private static void ConfigureLog(LoggerConfiguration log, IConfiguration configuration, ServeSettings settings)
    {
        log.ReadFrom.Configuration(configuration);
        var level = settings.Quiet ? LogEventLevel.Warning : LogEventLevel.Information;
        log.WriteTo.Logger(console => console
            .Filter.ByExcluding(IsToldInOneLine)
            .WriteTo.Console(restrictedToMinimumLevel: level, formatProvider: CultureInfo.InvariantCulture));
        log.WriteTo.File(
            Path.Combine(new DataFolder(settings.DataPath).Logs, "ips-.log"),
            formatProvider: CultureInfo.InvariantCulture,
            rollingInterval: RollingInterval.Day,
            retainedFileCountLimit: 14,
            shared: false);
    }

    // A start that fails ends with one line for the user; its stack traces belong into the log file.
    private static bool IsToldInOneLine(LogEvent entry) =>
        entry.MessageTemplate.Text == "Hosting failed to start"
        || (entry.Properties.GetValueOrDefault("SourceContext") as ScalarValue)?.Value is "Microsoft.EntityFrameworkCore.Database.Command";
}
