using System.Xml.Linq;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Tests.Publishing;

namespace IpsJobs.Handlers.Tests.VideoSitemap;

public sealed class VideoSitemapHandlerTests : IDisposable
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Video = "http://www.google.com/schemas/sitemap-video/1.1";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    private readonly PublishFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Run_WritesSitemapAndFeed_AsMarkedAssetsOfTheRootFolder()
    {
        Settings(("generationMode", "Both"), ("markForPublish", "true"), ("tags", "keywords"), ("category", "\"Howto\""));
        AddVideo("Clip", "How to <sew> & \"more\"");
        AddVideo("Hidden", "Hidden", marked: false);
        fixture.AddImage("Picture");

        await RunAsync();

        var url = Read("video-sitemap.xml").Root!.Elements(Sitemap + "url").Should().ContainSingle().Subject;
        url.Element(Sitemap + "loc")!.Value.Should().Be("http://example.com/clip");
        var video = url.Element(Video + "video")!;
        video.Element(Video + "title")!.Value.Should().Be("How to <sew> & \"more\"");
        video.Element(Video + "description")!.Value.Should().Be("All our videos");
        video.Elements(Video + "tag").Select(t => t.Value).Should().Equal("red", "blue");
        video.Element(Video + "category")!.Value.Should().Be("Howto");
        video.Element(Video + "duration")!.Value.Should().Be("63");
        var item = Read("mrss-feed.xml").Root!.Element("channel")!.Elements("item").Should().ContainSingle().Subject;
        item.Element("link")!.Value.Should().Be("http://example.com/clip");
        item.Element(Media + "content")!.Attribute("duration")!.Value.Should().Be("63");
        fixture.Assets.Assets.Where(a => a.Content.Type == AssetTypes.Xml).Should().HaveCount(2).And.OnlyContain(
            a => a.ReadyForPublish && a.Content.Folder == "SampleCompany/");
        fixture.Jobs.Rows.Count(r => r.LogType == LogTypes.UploadSuccess).Should().Be(2);
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 2, FileSuccess = 2, FileError = 0 });
    }

    [Fact]
    public async Task Run_ReplacesItsFiles_WhenRunAgain()
    {
        Settings(("generationMode", "VideoSitemap"));
        AddVideo("Clip", "A clip");
        await RunAsync();
        AddVideo("Other", "Another");

        await RunAsync();

        fixture.Jobs.Rows.Should().ContainSingle(r => r.LogType == LogTypes.FileUpdated);
        Read("video-sitemap.xml").Root!.Elements().Should().HaveCount(2);
        fixture.Assets.Assets.Should().ContainSingle(a => a.Name == "video-sitemap");
    }

    [Fact]
    public async Task Run_WritesNothing_WhenAVideoLacksARequiredField()
    {
        Settings(("generationMode", "Both"));
        AddVideo("Clip", "A clip");
        AddVideo("Nameless", title: null);

        await RunAsync();

        var row = fixture.Jobs.Rows.Single(r => r.LogType == LogTypes.UploadError);
        row.Message.Arguments.Should().Equal("Nameless", "title");
        fixture.Assets.Assets.Should().NotContain(a => a.Content.Type == AssetTypes.Xml);
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 1, FileError = 1 });
    }

    [Fact]
    public async Task Run_WritesTheEntryWithoutTheField_WhenPartialGenerationIsAllowed()
    {
        Settings(("generationMode", "VideoSitemap"), ("allowPartialGeneration", "true"));
        AddVideo("Nameless", title: null);

        await RunAsync();

        Read("video-sitemap.xml").Descendants(Video + "video").Single().Element(Video + "title").Should().BeNull();
        fixture.Jobs.Rows.Should().ContainSingle(r => r.LogType == LogTypes.UploadWarning);
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 1, FileSuccess = 1, FileWarning = 1 });
    }

    [Theory]
    [InlineData("Off", "Automatic", true, false)]
    [InlineData("Both", "Manual", false, false)]
    [InlineData("Both", "Manual", true, true)]
    [InlineData("Both", "Automatic", false, true)]
    public async Task Run_GeneratesOnlyWhatTheModesAskFor(string mode, string runMode, bool force, bool isGenerated)
    {
        Settings(("generationMode", mode), ("runMode", runMode));
        AddVideo("Clip", "A clip");

        await RunAsync(force);

        fixture.Assets.Assets.Exists(a => a.Content.Type == AssetTypes.Xml).Should().Be(isGenerated);
        (fixture.LastRun!.End.Message?.Key == "Log.Sitemap.Nothing").Should().Be(!isGenerated);
        fixture.Jobs.Counters.FileError.Should().Be(0);
    }

    [Fact]
    public async Task Run_KeepsItsHandsOff_WhenTheNameBelongsToAnotherAsset()
    {
        Settings(("generationMode", "VideoSitemap"));
        AddVideo("Clip", "A clip");
        fixture.Change(
            fixture.AddFile(AssetTypes.Xml, "video-sitemap.xml", "mine", "Other/"), a => a with { NameSpace = NameSpace.Static });

        await RunAsync();

        fixture.Jobs.Rows.Should().ContainSingle(r => r.LogType == LogTypes.UploadError)
            .Which.Message.Key.Should().Be("Log.Sitemap.NameTaken");
    }

    [Fact]
    public async Task Run_DoesEveryCompanyThatWantsItNightly_WhenTheSystemRunsIt()
    {
        fixture.Accounts.Companies.Add(fixture.Company);
        Settings(("generationMode", "VideoSitemap"), ("runMode", "Automatic"));
        AddVideo("Clip", "A clip");

        await fixture.RunSystemAsync(JobTypes.CreateVideoSitemap);

        Read("video-sitemap.xml").Root!.Elements().Should().ContainSingle();
        fixture.Jobs.Rows.Should().ContainSingle(r => r.LogType == LogTypes.UploadSuccess);
    }

    private void Settings(params (string, string)[] values) => fixture.Properties.Add(
        fixture.Company.CompanyId,
        PropertySetTypeNames.VideoSeoSettings,
        [
            ("landingPage", "page"), ("title", "dc:title"), ("description", "All our videos"),
            .. values.Any(v => v.Item1 == "runMode") ? [] : new[] { ("runMode", "Automatic") },
            .. values,
        ]);

    private void AddVideo(string name, string? title, bool marked = true)
    {
        var metadata = new Dictionary<string, string> { ["page"] = "http://example.com/" + name.ToLowerInvariant() };
        if (title is not null)
            metadata["dc:title"] = title;
        fixture.Change(fixture.AddFile(AssetTypes.Video, name + ".mp4"), a => a with
        {
            ReadyForPublish = marked,
            Content = a.Content with
            {
                Metadata = metadata,
                Keywords = ["red", "blue"],
                Details = new AssetDetails { Facts = new Dictionary<string, string> { ["duration"] = "62.7" } },
            },
        });
    }

    private Task RunAsync(bool? force = null) =>
        fixture.RunAsync(JobTypes.CreateVideoSitemap, new CreateVideoSitemapJob { ForceUpdate = force });

    private XDocument Read(string name) => XDocument.Load(fixture.Data.Originals("SampleCompany/").Resolve(name));
}
