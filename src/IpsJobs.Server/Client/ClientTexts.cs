using IpsJobs.Core.Messages;
using IpsJobs.Notifications.Localization;

namespace IpsJobs.Server.Client;

/// <summary>The words of the client's tables, in the language that its user works in.</summary>
internal sealed class ClientTexts(string? locale)
{
    private static readonly ResourceMessageRenderer Renderer = new(ResourceMessageRenderer.Texts, "en");

    /// <summary>English.</summary>
    public static ClientTexts Default { get; } = new(locale: null);

    public string Text(string key, params string[] arguments) => Renderer.Render(new LocalizedMessage(key, arguments), locale);
}
