using System.Resources;
using IpsJobs.Core.Messages;

namespace IpsJobs.Notifications.Localization;

/// <summary>Renders from <c>Messages.resx</c> and the satellites beside it: another language is one more file, no code.</summary>
/// <remarks>Every text is looked up for itself, so a language may be incomplete. Nothing in a message or a locale makes it throw.</remarks>
public sealed class ResourceMessageRenderer(TextLanguages languages, TimeZoneInfo zone) : IMessageRenderer
{
    // Only a message that was tampered with nests deeper.
    private const int MaxDepth = 3;

    public ResourceMessageRenderer(ResourceManager resources, string defaultLocale)
        : this(new TextLanguages(resources, defaultLocale), TimeZoneInfo.Utc)
    {
    }

    /// <summary>The texts of this service.</summary>
    public static ResourceManager Texts { get; } =
        new("IpsJobs.Notifications.Localization.Messages", typeof(ResourceMessageRenderer).Assembly);

    public string Render(LocalizedMessage message, string? locale)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Render(message, languages.Of(locale), depth: 0);
    }

    private string Render(LocalizedMessage message, TextLanguage language, int depth)
    {
        foreach (var source in language.Sources)
        {
            if (source.Texts.GetString(message.Key) is { } text)
                return new MessagePattern(language, source.Language, zone).Fill(text, Values(message.Arguments, language, depth));
        }

        return message.Key;
    }

    private string[] Values(string[] arguments, TextLanguage language, int depth) => Array.ConvertAll(
        arguments,
        argument => depth < MaxDepth && NestedMessage.Find(argument) is { } nested ? Render(nested, language, depth + 1) : argument);
}
