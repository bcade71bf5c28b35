using System.Xml.Linq;
using IpsJobs.Handlers.VideoSitemap;

namespace IpsJobs.Handlers.Tests.VideoSitemap;

public sealed class SitemapWriterTests
{
    [Fact]
    public void Files_AreSeveralWithAnIndex_WhenThereAreTooManyEntries()
    {
        var entries = Enumerable.Range(1, 5)
            .Select(i => new VideoEntry { LandingPage = $"https://shop.example.com/a/{i}", Title = $"Video {i}" }).ToList();

        var files = new SitemapWriter(maxEntries: 2).Files(entries).ToDictionary(f => f.Name, f => Read(f.Write));

        files.Keys.Should().Equal("video-sitemap-1.xml", "video-sitemap-2.xml", "video-sitemap-3.xml", "video-sitemap.xml");
        files["video-sitemap-3.xml"].Root!.Elements().Should().ContainSingle();
        files["video-sitemap.xml"].Root!.Name.LocalName.Should().Be("sitemapindex");
        files["video-sitemap.xml"].Root!.Elements().Select(e => e.Value).Should().Equal(
            "https://shop.example.com/video-sitemap-1.xml",
            "https://shop.example.com/video-sitemap-2.xml",
            "https://shop.example.com/video-sitemap-3.xml");
    }

    [Fact]
    public void Files_LeaveOutCharacters_ThatXmlCannotHold()
    {
        var entry = new VideoEntry { Title = "a\u0001b\U0001F3A5" };

        var file = new SitemapWriter().Files([entry]).Single();

        Read(file.Write).Root!.Value.Should().Contain("ab\U0001F3A5");
    }

    private static XDocument Read(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        stream.Position = 0;
        return XDocument.Load(stream);
    }
}
