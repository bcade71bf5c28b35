using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Handlers.Tests.Publishing;
using IpsJobs.Handlers.Tests.Publishing.Catalogs;

namespace IpsJobs.Handlers.Tests.VideoSitemap;

/// <summary>Sitemaps against the rules that search engines publish: order, lengths, ranges, and addresses that are addresses.</summary>
public sealed class SitemapFormatTests : IDisposable
{
    private const string Protocol =
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9"
            xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" elementFormDefault="qualified">
          <xs:element name="urlset"><xs:complexType><xs:sequence>
            <xs:element name="url" maxOccurs="50000"><xs:complexType><xs:sequence>
              <xs:element name="loc"><xs:simpleType><xs:restriction base="xs:anyURI">
                <xs:minLength value="12"/><xs:maxLength value="2048"/><xs:pattern value="https?://[!-~]+"/>
              </xs:restriction></xs:simpleType></xs:element>
              <xs:any namespace="##other" maxOccurs="unbounded" processContents="strict"/>
            </xs:sequence></xs:complexType></xs:element>
          </xs:sequence></xs:complexType></xs:element>
        </xs:schema>
        """;

    private const string Video =
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.google.com/schemas/sitemap-video/1.1"
            xmlns="http://www.google.com/schemas/sitemap-video/1.1" elementFormDefault="qualified">
          <xs:simpleType name="address"><xs:restriction base="xs:anyURI"><xs:pattern value="https?://[!-~]+"/></xs:restriction></xs:simpleType>
          <xs:element name="video"><xs:complexType><xs:sequence>
            <xs:element name="thumbnail_loc" type="address"/>
            <xs:element name="title" type="xs:string"/>
            <xs:element name="description"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="2048"/></xs:restriction></xs:simpleType></xs:element>
            <xs:element name="content_loc" type="address"/>
            <xs:element name="duration" minOccurs="0"><xs:simpleType><xs:restriction base="xs:int">
              <xs:minInclusive value="1"/><xs:maxInclusive value="28800"/></xs:restriction></xs:simpleType></xs:element>
            <xs:element name="publication_date" type="xs:dateTime"/>
            <xs:element name="tag" type="xs:string" minOccurs="0" maxOccurs="32"/>
            <xs:element name="category" minOccurs="0"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="256"/></xs:restriction></xs:simpleType></xs:element>
          </xs:sequence></xs:complexType></xs:element>
        </xs:schema>
        """;

    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Google = "http://www.google.com/schemas/sitemap-video/1.1";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    private readonly PublishFixture fixture = new("Größe & Söhne/");

    public SitemapFormatTests() => fixture.Properties.Add(
        47,
        PropertySetTypeNames.VideoSeoSettings,
        ("generationMode", "Both"), ("runMode", "Automatic"), ("landingPage", "page"), ("title", "title"), ("description", "text"), ("tags", "keywords"),
        ("category", "text"), ("videoServerUrl", "https://videos.example.com/"), ("imageServerUrl", "https://images.example.com/is/image/"));

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Sitemap_KeepsTheRules_WhateverVideosAndTextsAreCalled()
    {
        foreach (var name in OddNames.All)
            AddVideo(name, "https://bücher.example.com/a page?q=\"" + Uri.EscapeDataString(name) + "\"&x=<é>", OddNames.Joined + "\u0001\uD83C");
        AddVideo("long", "http://example.com/long", string.Concat(Enumerable.Repeat("🎥", 2000)), seconds: "99999");

        await RunAsync();

        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 2, FileSuccess = 2, FileError = 0, FileWarning = 0 });
        var document = Load("video-sitemap.xml");
        Errors(document).Should().BeEmpty();
        var videos = document.Descendants(Google + "video").ToList();
        videos.Select(v => Unfolded(v.Element(Google + "title")!.Value)).Should().Equal([.. OddNames.All.Select(Unfolded), "long"]);
        videos.SkipLast(1).Should().AllSatisfy(v => Unfolded(v.Element(Google + "description")!.Value).Should().Be(Unfolded(OddNames.Joined + "\uFFFD")));
        videos[^1].Element(Google + "description")!.Value.Should().HaveLength(2048).And.Contain("🎥").And.NotContain("\uFFFD");
        videos[^1].Element(Google + "duration").Should().BeNull("longer videos are refused with it");
        videos.Select(v => Path.GetFileNameWithoutExtension(Uri.UnescapeDataString(v.Element(Google + "content_loc")!.Value.Split('/')[^1])))
            .Should().Equal([.. OddNames.All, "long"]);
        document.Descendants(Sitemap + "loc").First().Value.Should().StartWith("https://xn--bcher-kva.example.com/a%20page?q=%22plain%22&x=%3C%C3%A9%3E");
    }

    [Fact]
    public async Task Feed_SaysTheSame_InTheWordsOfMediaRss()
    {
        AddVideo("Clip & \"more\"", "http://example.com/clip?a=1&b=2", "A <text>");

        await RunAsync();

        var channel = Load("mrss-feed.xml").Root!.Element("channel")!;
        channel.Elements().Select(e => e.Name.LocalName).Should().Equal("title", "link", "description", "item");
        var item = channel.Element("item")!;
        item.Element("link")!.Value.Should().Be("http://example.com/clip?a=1&b=2");
        DateTimeOffset.ParseExact(item.Element("pubDate")!.Value, "r", System.Globalization.CultureInfo.InvariantCulture).Year.Should().Be(2026);
        item.Element(Media + "content")!.Attribute("url")!.Value
            .Should().Be("https://videos.example.com/video/Gr%25C3%25B6%25C3%259Fe%2520%26%2520S%25C3%25B6hne/Files/Clip%20%26%20%22more%22.mp4");
        item.Element(Media + "thumbnail")!.Attribute("url")!.Value
            .Should().Be("https://images.example.com/is/image/Gr%C3%B6%C3%9Fe%20&%20S%C3%B6hne/Clip%20%26%20%22more%22");
    }

    [Theory]
    [InlineData("no address")]
    [InlineData("/relative/page")]
    [InlineData("ftp://example.com/file")]
    [InlineData("javascript:alert(1)")]
    public async Task Run_TakesALandingPageForMissing_WhenItIsNoAddressOfAPage(string page)
    {
        AddVideo("Clip", page, "A text");

        await RunAsync();

        fixture.Jobs.Rows.Single(r => r.LogType == LogTypes.UploadError).Message.Arguments.Should().Equal("Clip", "landingPage");
    }

    private void AddVideo(string name, string page, string text, string seconds = "62.7")
    {
        fixture.AddImage(name);
        fixture.Change(fixture.AddFile(AssetTypes.Video, name + ".mp4"), a => a with
        {
            Name = name,
            NameSpace = NameSpace.Static,
            Content = a.Content with
            {
                Metadata = new Dictionary<string, string> { ["page"] = page, ["title"] = name, ["text"] = text },
                Keywords = [.. Enumerable.Range(0, 40).Select(i => $"tag {i} <&>")],
                Details = new AssetDetails { Facts = new Dictionary<string, string> { ["duration"] = seconds } },
            },
        });
    }

    private Task RunAsync() => fixture.RunAsync(JobTypes.CreateVideoSitemap, new CreateVideoSitemapJob());

    private XDocument Load(string name) => XDocument.Load(fixture.Data.Originals("Größe & Söhne/").Resolve(name));

    private static List<string> Errors(XDocument document)
    {
        var schemas = new XmlSchemaSet();
        foreach (var schema in new[] { Protocol, Video })
            schemas.Add(null, XmlReader.Create(new StringReader(schema)));
        var errors = new List<string>();
        document.Validate(schemas, (_, problem) => errors.Add(problem.Message));
        return errors;
    }

    // Documents of XML know one line end only.
    private static string Unfolded(string text) => text.Replace("\r", "\n", StringComparison.Ordinal).Replace("\u0001", "", StringComparison.Ordinal);
}
