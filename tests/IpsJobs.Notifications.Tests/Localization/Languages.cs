namespace IpsJobs.Notifications.Tests.Localization;

/// <summary>The languages of the service.</summary>
internal static class Languages
{
    public static string[] Translated { get; } = ["de", "es", "fr", "it", "ja", "ko", "nl", "pt-BR", "sv", "zh-CN", "zh-TW"];

    public static string[] All { get; } = ["en", .. Translated];
}
