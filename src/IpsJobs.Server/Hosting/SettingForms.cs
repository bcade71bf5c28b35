using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using IpsJobs.Core.Configuration;
using IpsJobs.Handlers.DirectoryUpload;
using IpsJobs.Handlers.Ingest;
using IpsJobs.Handlers.Publishing;
using IpsJobs.Handlers.UrlUpload;
using IpsJobs.Imaging;
using IpsJobs.Notifications.Callbacks;
using IpsJobs.Notifications.Email;
using IpsJobs.Scheduling;
using IpsJobs.Storage;
using Microsoft.Extensions.Options;

namespace IpsJobs.Server.Hosting;

/// <summary>Finds settings whose text is not even of the right form, before anything binds them.</summary>
/// <remarks>The binder would stop at the first one with a stack trace, and would not say what is allowed.</remarks>
internal static class SettingForms
{
    private static readonly (string Section, Type Options)[] Known =
    [
        (ServerOptions.Section, typeof(ServerOptions)),
        (ApiOptions.Section, typeof(ApiOptions)),
        (JobOptions.Section, typeof(JobOptions)),
        (OutboundOptions.Section, typeof(OutboundOptions)),
        (StorageOptions.Section, typeof(StorageOptions)),
        (SchedulingOptions.Section, typeof(SchedulingOptions)),
        (ImagingOptions.Section, typeof(ImagingOptions)),
        (ArchiveOptions.Section, typeof(ArchiveOptions)),
        (DirectoryUploadOptions.Section, typeof(DirectoryUploadOptions)),
        (UrlUploadOptions.Section, typeof(UrlUploadOptions)),
        (PublishingOptions.Section, typeof(PublishingOptions)),
        (MailOptions.Section, typeof(MailOptions)),
        (NotificationOptions.Section, typeof(NotificationOptions)),
    ];

    /// <exception cref="OptionsValidationException">Lists every malformed setting with what is allowed.</exception>
    public static void Check(IConfiguration configuration)
    {
        var problems = Known.SelectMany(known => Problems(configuration.GetSection(known.Section), known.Options)).ToList();
        if (problems.Count > 0)
            throw new OptionsValidationException("settings", typeof(SettingForms), problems);
    }

    private static IEnumerable<string> Problems(IConfigurationSection section, Type options) =>
        from property in options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite
        let text = section[property.Name]
        where !string.IsNullOrEmpty(text) && !IsOfForm(text, property.PropertyType)
        select $"{section.Key}:{property.Name} is '{text}'; allowed is {Form(property.PropertyType)}";

    private static bool IsOfForm(string text, Type type)
    {
        try
        {
            TypeDescriptor.GetConverter(type).ConvertFromString(context: null, CultureInfo.InvariantCulture, text);
            return true;
        }
        catch (Exception malformed) when (malformed is FormatException or ArgumentException or OverflowException)
        {
            return false;
        }
    }

    private static string Form(Type type) => type switch
    {
        { IsEnum: true } => string.Join(", ", Enum.GetNames(type)),
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(TimeSpan) => "a time such as 00:00:30",
        _ => "a whole number",
    };
}
