using System.Globalization;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
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

    /// <summary>The name of a run. Only what its submitter chose stands between marks: the time behind a name that is written from
    /// right to left would be read backwards otherwise.</summary>
    public static string JobName(JobInstance instance) => Around(instance.InstanceName, instance.Definition.OriginalName);

    /// <summary>The handle, with the chosen name between marks like in <see cref="JobName"/>.</summary>
    public static string Handle(JobInstance instance) =>
        Around(instance.Handle.ToString(HandleForm.D2), instance.Definition.OriginalName);

    private static string Around(string whole, string chosen) => whole.IndexOf(chosen, StringComparison.Ordinal) is var at and > -1
        ? whole[..at] + Name(chosen) + whole[(at + chosen.Length)..]
        : Name(whole);

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
