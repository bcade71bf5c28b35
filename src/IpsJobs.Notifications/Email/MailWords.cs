using System.Globalization;
using IpsJobs.Core.Messages;
using IpsJobs.Notifications.Localization;
using IpsJobs.Notifications.Templates;

namespace IpsJobs.Notifications.Email;

/// <summary>The words of one mail: texts, numbers and dates of its language, names of people between marks.</summary>
internal sealed class MailWords(IMessageRenderer renderer, TextLanguage language, TimeZoneInfo zone, string? locale)
{
    public string Tag => language.Tag;

    public string Text(string key, params string[] arguments) => Text(new LocalizedMessage(key, arguments));

    public string Text(LocalizedMessage message) => renderer.Render(Marked(message), locale);

    public string Number(int value) => language.Number(value);

    public string Date(DateTimeOffset? instant) => instant is { } known ? language.Date(known, zone) : "";

    /// <summary>A name, an address or any other text that was not written here; empty stays empty.</summary>
    public static string Name(string? text) => string.IsNullOrEmpty(text) ? "" : Isolation.Mark(text);

    private static LocalizedMessage Marked(LocalizedMessage message) =>
        message with { Arguments = Array.ConvertAll(message.Arguments, Marked) };

    // Numbers and dates are still to be brought into the form of the language.
    private static string Marked(string argument)
    {
        if (NestedMessage.Find(argument) is { } nested)
            return NestedMessage.Write(Marked(nested));
        var isValue = long.TryParse(argument, CultureInfo.InvariantCulture, out _)
            || DateTimeOffset.TryParseExact(argument, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        return isValue ? argument : Name(argument);
    }
}
