using System.Globalization;
using System.Text;
using System.Xml;

namespace IpsJobs.Handlers.VideoSitemap;

/// <summary>Writes video sitemaps; many videos are spread over several files with an index.</summary>
/// <param name="maxEntries">Entries per file; search engines allow 50,000.</param>
public sealed class SitemapWriter(int maxEntries = SitemapWriter.MostEntries)
{
    private const int MostEntries = 50_000;
    private const int MostTags = 32;
    private const int LongestDescription = 2048;
    private const int LongestCategory = 256;
    private const int LongestDuration = 28_800;
    private const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Video = "http://www.google.com/schemas/sitemap-video/1.1";

    /// <summary>Name of the sitemap, or of the index when there are several.</summary>
    public const string FileName = "video-sitemap.xml";

    private static readonly XmlWriterSettings Settings = new() { Indent = true, Encoding = new UTF8Encoding(false), CheckCharacters = false };

    /// <summary>Names of the files and what writes them.</summary>
    public IReadOnlyList<(string Name, Action<Stream> Write)> Files(IReadOnlyList<VideoEntry> entries)
    {
        if (entries.Count <= maxEntries)
            return [(FileName, stream => WriteEntries(stream, entries))];
        var parts = entries.Chunk(maxEntries)
            .Select((chunk, i) => (Name: string.Create(CultureInfo.InvariantCulture, $"video-sitemap-{i + 1}.xml"), Entries: chunk))
            .ToList();
        var site = SiteOf(entries);
        return
        [
            .. parts.Select(part => (part.Name, (Action<Stream>)(stream => WriteEntries(stream, part.Entries)))),
            (FileName, stream => WriteIndex(stream, parts.ConvertAll(part => site + part.Name))),
        ];
    }

    // Parts of a sitemap lie beside it on the site that it speaks of.
    private static string SiteOf(IReadOnlyList<VideoEntry> entries) => entries
        .Select(e => Uri.TryCreate(e.LandingPage, UriKind.Absolute, out var page) ? page.GetLeftPart(UriPartial.Authority) + "/" : null)
        .FirstOrDefault(site => site is not null) ?? "/";

    private static void WriteEntries(Stream stream, IReadOnlyList<VideoEntry> entries)
    {
        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartElement("urlset", Sitemap);
        xml.WriteAttributeString("xmlns", "video", null, Video);
        foreach (var entry in entries)
            WriteEntry(xml, entry);
        xml.WriteEndElement();
    }

    private static void WriteEntry(XmlWriter xml, VideoEntry entry)
    {
        xml.WriteStartElement("url", Sitemap);
        Write(xml, "loc", Sitemap, entry.LandingPage);
        xml.WriteStartElement("video", Video);
        Write(xml, "thumbnail_loc", Video, entry.Thumbnail);
        Write(xml, "title", Video, entry.Title);
        Write(xml, "description", Video, Limited(entry.Description, LongestDescription));
        Write(xml, "content_loc", Video, entry.Content);
        Write(xml, "duration", Video, entry.Duration is > 0 and <= LongestDuration and { } seconds ? seconds.ToString(CultureInfo.InvariantCulture) : null);
        Write(xml, "publication_date", Video, entry.Published.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        foreach (var tag in entry.Tags.Take(MostTags))
            Write(xml, "tag", Video, tag);
        Write(xml, "category", Video, Limited(entry.Category, LongestCategory));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // Search engines refuse longer texts; a pair of surrogates stays together.
    private static string? Limited(string? text, int length) => text is null || text.Length <= length
        ? text
        : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static void WriteIndex(Stream stream, IEnumerable<string> addresses)
    {
        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartElement("sitemapindex", Sitemap);
        foreach (var address in addresses)
        {
            xml.WriteStartElement("sitemap", Sitemap);
            xml.WriteElementString("loc", Sitemap, address);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string name, string ns, string? value)
    {
        if (value is not null)
            xml.WriteElementString(name, ns, XmlCharacters.Legal(value));
    }
}
