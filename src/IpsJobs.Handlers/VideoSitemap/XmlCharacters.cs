using System.Xml;

namespace IpsJobs.Handlers.VideoSitemap;

/// <summary>Metadata may hold characters that no XML document can.</summary>
internal static class XmlCharacters
{
    /// <summary>The text without them.</summary>
    public static string Legal(string text) => text.All(XmlConvert.IsXmlChar)
        ? text
        : string.Concat(text.EnumerateRunes()
            .Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
            .Select(rune => rune.ToString()));
}
