using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;

namespace IpsJobs.Handlers.Tests.Publishing.Catalogs;

/// <summary>What publishes write beside the tab-separated files: attributes, rules, words, metadata, and videos, which have no list.</summary>
public sealed class OtherFilesTests : IDisposable
{
    private const string RootId = "Gr%C3%B6%C3%9Fe%20&%20S%C3%B6hne%2C%20(1);";
    private readonly PublishFixture fixture = new("Größe & Söhne, (1);/");

    public static TheoryData<string> Names => [.. OddNames.All];

    public void Dispose() => fixture.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Publish_WritesOneLinePerAttribute_WhateverTheJobIsCalled(string name)
    {
        fixture.AddImage("Shirt");

        await fixture.PublishAsync(PublishTypes.Full, name);

        var (ini, lines) = Read("catalog/" + RootId + ".ini");
        ini.Should().NotContain("\r").And.EndWith("\n").And.NotStartWith("\uFEFF", "a mark would become part of the first name");
        lines.Should().Equal(
            $"RootId={RootId}",
            $"RootPath={RootId}",
            $"StaticContentRootPath={RootId}",
            $"CatalogFile={RootId}.images.cat",
            $"SvgCatalogFile={RootId}.svg.cat",
            $"StaticContentCatalogFile={RootId}.static.cat",
            $"IccProfileMapFile={RootId}.icc.cat",
            $"FontMapFile={RootId}.fonts.cat",
            $"MacroFile={RootId}.macros.cat",
            "CacheValidationPolicy=1",
            "PublishInfo=" + name.Replace('\n', ' ').Replace('\r', ' '));
        Read("catalog/default.ini").Text.Should().Be("RootId=\n");
        XDocument.Parse(Read($"catalog/{RootId}.rules.xml").Text).Root!.HasElements.Should().BeFalse();
    }

    [Fact]
    public async Task Publish_WritesTheAttributesOfRendering_InOneLineEach()
    {
        var directory = fixture.AddServer(PublishContextTypes.ImageRendering).Directory;

        await fixture.RunAsync(JobTypes.ImageRenderingPublish, new ImageRenderingPublishJob { EmailSetting = EmailSettings.None });

        File.ReadAllLines(Path.Combine(directory, "ir", "catalog", RootId + ".ini")).Should().Equal(
            $"RootId={RootId}",
            $"RootPath={RootId}",
            $"VignetteMapFile={RootId}.vignettes.cat",
            $"CatalogFile={RootId}.materials.cat",
            $"MacroFile={RootId}.macros.cat",
            $"IccProfileMapFile={RootId}.icc.cat",
            "PublishInfo=Nightly_2026-03-01-12:00:00.000");
    }

    [Fact]
    public async Task Publish_WritesOneLineOfJsonPerAsset_WhenWordsAreAskedFor()
    {
        var assets = OddNames.All.Select((name, i) => fixture.Change(fixture.AddFile(AssetTypes.Pdf, name + ".pdf"), a => a with
        {
            Name = name,
            Content = a.Content with { Words = OddNames.All[^(i + 1)], Keywords = [name, "second"] },
        })).ToList();

        await fixture.PublishAsync(PublishTypes.FullWithSearch);

        var lines = Read($"catalog/{RootId}.search.jsonl").Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        lines.Select(l => l.GetProperty("name").GetString()).Should().Equal(assets.Select(a => a.Name));
        lines.Select(l => l.GetProperty("words").GetString()).Should().Equal(assets.Select(a => a.Content.Words));
        lines.Select(l => l.GetProperty("keywords")[0].GetString()).Should().Equal(assets.Select(a => a.Name));
    }

    [Fact]
    public async Task Publish_WritesOneDocumentPerAsset_WithEverythingThatIsStored()
    {
        var assets = OddNames.All.Select(name => fixture.Change(fixture.AddFile(AssetTypes.Pdf, name + ".pdf"), a => a with
        {
            Name = name,
            Content = a.Content with
            {
                Keywords = [name, OddNames.Joined],
                Metadata = new Dictionary<string, string> { [Field(name)] = OddNames.Joined, ["dc:title"] = name },
            },
        })).ToList();

        await fixture.RunAsync(JobTypes.MetadataPublish, new MetadataPublishJob());

        foreach (var asset in assets)
        {
            var document = JsonDocument.Parse(Read($"metadata/{RootId}/{asset.AssetId}.json").Text).RootElement;
            Text("handle").Should().Be($"a|{asset.AssetId}");
            (Text("name"), Text("folder"), Text("type")).Should().Be((asset.Name, asset.Content.Folder, asset.Content.Type));
            document.GetProperty("keywords").EnumerateArray().Select(k => k.GetString()).Should().Equal(asset.Content.Keywords);
            document.GetProperty("userDefined").GetProperty(Field(asset.Name)).GetString().Should().Be(OddNames.Joined);
            document.GetProperty("xmp").GetProperty("dc:title").GetString().Should().Be(asset.Name);
            document.GetProperty("system").GetProperty("fileName").GetString().Should().Be(asset.Content.FileName);
            string? Text(string property) => document.GetProperty(property).GetString();
        }

        var index = JsonDocument.Parse(Read($"metadata/{RootId}/index.json").Text).RootElement;
        index.GetProperty("count").GetInt32().Should().Be(assets.Count);
        index.GetProperty("publishInfo").GetString().Should().Be("Nightly_2026-03-01-12:00:00.000");
    }

    [Theory]
    [InlineData(AssetTypes.Video)]
    [InlineData(AssetTypes.MasterVideo)]
    [InlineData(AssetTypes.Audio)]
    [InlineData(AssetTypes.VideoCaption)]
    public async Task Publish_CopiesVideosUnderTheirOwnNames(string type)
    {
        var directory = fixture.AddServer(PublishContextTypes.Video).Directory;
        foreach (var name in OddNames.All)
            fixture.AddFile(type, name + ".mp4", "content of " + name);

        await fixture.RunAsync(JobTypes.VideoPublish, new VideoPublishJob { EmailSetting = EmailSettings.None });

        var files = Directory.GetFiles(Path.Combine(directory, "video", RootId), "*", SearchOption.AllDirectories);
        files.Should().BeEquivalentTo(OddNames.All.Select(n => Path.Combine(directory, "video", RootId, "Files", n + ".mp4")));
        files.Should().AllSatisfy(f => File.ReadAllText(f).Should().Be("content of " + Path.GetFileNameWithoutExtension(f)));
    }

    // A colon would make it a field of XMP.
    private static string Field(string name) => name.Replace(':', '.');

    private (string Text, string[] Lines) Read(string path)
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        var text = strict.GetString(File.ReadAllBytes(Path.Combine(fixture.Accounts.Servers[0].Directory, path)));
        return (text, text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
