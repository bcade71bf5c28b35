using IpsJobs.Core.Configuration;
using IpsJobs.Core.Messages;
using IpsJobs.Notifications.Callbacks;
using IpsJobs.Notifications.Email;
using IpsJobs.Notifications.Localization;
using IpsJobs.Notifications.Warnings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IpsJobs.Notifications;

/// <summary>Registers texts, mail and notifications.</summary>
public static class NotificationServices
{
    /// <summary>Needs outbox, warnings, queries, accounts, disk reserve, clock, data folder and the options of server and outbound calls
    /// from the host.</summary>
    public static IServiceCollection AddIpsNotifications(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateOnStart();
        services.AddOptions<NotificationOptions>().Bind(configuration.GetSection(NotificationOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<NotificationOptions>, NotificationOptionsValidator>()
            .AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>()
            .AddSingleton(Languages)
            .AddSingleton<IMessageRenderer>(Renderer)
            .AddSingleton<MailDocumentBuilder>()
            .AddSingleton<NoticeDocumentBuilder>()
            .AddSingleton<MailEnvelope>()
            .AddSingleton<MailProbe>()
            .AddSingleton<MailComposer>()
            .AddSingleton<JobReportReader>()
            .AddSingleton<SmtpMailTransport>()
            .AddSingleton<FolderMailTransport>()
            .AddSingleton(Transport)
            .AddSingleton<NotificationCaller>()
            .AddHostedService<MailSender>()
            .AddHostedService<NotificationSender>()
            .AddHostedService<DiskSpaceWatch>();
    }

    private static TextLanguages Languages(IServiceProvider services) =>
        new(ResourceMessageRenderer.Texts, services.GetRequiredService<IOptions<ServerOptions>>().Value.DefaultLocale);

    private static ResourceMessageRenderer Renderer(IServiceProvider services) =>
        new(services.GetRequiredService<TextLanguages>(), services.GetRequiredService<ServerClock>().Zone);

    private static IMailTransport Transport(IServiceProvider services) =>
        services.GetRequiredService<IOptions<MailOptions>>().Value.Host.Length > 0
            ? services.GetRequiredService<SmtpMailTransport>()
            : services.GetRequiredService<FolderMailTransport>();
}
