using System.Globalization;
using System.Text;
using System.Xml;

namespace IpsJobs.Handlers.VideoSitemap;

/// <summary>Writes the videos of a company as a media RSS feed.</summary>
public static class FeedWriter
{
    /// <summary>Name of the feed.</summary>
    public const string FileName = "mrss-feed.xml";

    private const string Media = "http://search.yahoo.com/mrss/";
    private static readonly XmlWriterSettings Settings = new() { Indent = true, Encoding = new UTF8Encoding(false) };

    /// <param name="stream">Where to write.</param>
    /// <param name="title">Title of the feed.</param>
    /// <param name="entries">The videos.</param>
    public static void Write(Stream stream, string title, IReadOnlyList<VideoEntry> entries)
    {
        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "media", null, Media);
        xml.WriteStartElement("channel");
        Write(xml, "title", null, title);
        Write(xml, "link", null, entries.Select(e => e.LandingPage).FirstOrDefault(page => page is not null) ?? "");
        Write(xml, "description", null, title);
        foreach (var entry in entries)
            WriteItem(xml, entry);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteItem(XmlWriter xml, VideoEntry entry)
    {
        xml.WriteStartElement("item");
        Write(xml, "title", null, entry.Title);
        Write(xml, "link", null, entry.LandingPage);
        Write(xml, "description", null, entry.Description);
        Write(xml, "pubDate", null, entry.Published.ToString("r", CultureInfo.InvariantCulture));
        WriteContent(xml, entry);
        Write(xml, "title", Media, entry.Title);
        Write(xml, "description", Media, entry.Description);
        Write(xml, "keywords", Media, entry.Tags.Count > 0 ? string.Join(',', entry.Tags) : null);
        Write(xml, "category", Media, entry.Category);
        WriteThumbnail(xml, entry);
        xml.WriteEndElement();
    }

    private static void WriteThumbnail(XmlWriter xml, VideoEntry entry)
    {
        if (entry.Thumbnail is not { } address)
            return;
        xml.WriteStartElement("thumbnail", Media);
        xml.WriteAttributeString("url", address);
        xml.WriteEndElement();
    }

    private static void WriteContent(XmlWriter xml, VideoEntry entry)
    {
        xml.WriteStartElement("content", Media);
        if (entry.Content is { } address)
            xml.WriteAttributeString("url", address);
        xml.WriteAttributeString("medium", "video");
        xml.WriteAttributeString("fileSize", entry.FileSize.ToString(CultureInfo.InvariantCulture));
        if (entry.Duration is { } seconds)
            xml.WriteAttributeString("duration", seconds.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string name, string? ns, string? value)
    {
        if (value is not null)
            xml.WriteElementString(name, ns, XmlCharacters.Legal(value));
    }
}
