using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Text;
using Microsoft.Extensions.Options;

namespace IpsJobs.Server.Hosting;

/// <summary>Checks settings when the server starts: every wrong one is named together with what is allowed.</summary>
internal static class SettingChecks
{
    public static IServiceCollection AddSettingChecks(this IServiceCollection services)
    {
        services.AddOptions<ServerOptions>()
            .Validate(o => TimeZoneInfo.TryFindSystemTimeZoneById(o.TimeZone, out _) || o.TimeZone.Length == 0,
                "Server:TimeZone must be an IANA zone such as Europe/Paris, or empty for the machine's own")
            .Validate(o => Locales.TryNormalize(o.DefaultLocale, out _), "Server:DefaultLocale must be a locale such as en or pt-BR")
            .Validate(o => o.PublicUrl.Length == 0 || IsPublicAddress(o.PublicUrl),
                "Server:PublicUrl must be an http or https address without query, such as https://ips.example.com, or empty")
            .ValidateOnStart();
        services.AddOptions<ApiOptions>()
            .Validate(o => o.WebApp.Length > 0 && o.WebApp.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'),
                "Api:WebApp must be one path segment of letters, digits, '-', '_' and '.'")
            .Validate(o => o.MaxRequestBytes is >= 65_536 and <= 1_073_741_824, "Api:MaxRequestBytes must be 65536 to 1073741824")
            .ValidateOnStart();
        services.AddOptions<AccountOptions>()
            .Validate(o => o.MaxLoginFailures >= 0, "Accounts:MaxLoginFailures must be 0 (off) or more")
            .Validate(o => o.LoginPause > TimeSpan.Zero && o.LoginPause <= TimeSpan.FromDays(1),
                "Accounts:LoginPause must be more than nothing and at most a day")
            .Validate(o => o.MinPasswordLength is >= 1 and <= PasswordRules.MaxLength, "Accounts:MinPasswordLength must be 1 to 256")
            .ValidateOnStart();
        services.AddOptions<JobOptions>()
            .Validate(o => o.MaxWaitingPerLane >= 0, "Jobs:MaxWaitingPerLane must be 0 (unlimited) or more")
            .Validate(o => o.MaxInterruptions >= 1, "Jobs:MaxInterruptions must be 1 or more")
            .Validate(o => o.UploadPostMaxFileSize >= 1, "Jobs:UploadPostMaxFileSize must be 1 byte or more")
            .ValidateOnStart();
        return services;
    }

    private static bool IsPublicAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address is { UserInfo: "", Query: "", Fragment: "" };
}
