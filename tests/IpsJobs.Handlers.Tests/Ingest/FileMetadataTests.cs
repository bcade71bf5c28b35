using System.Security.Cryptography;
using System.Text;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;
using IpsJobs.Handlers.Tests.UrlUpload;
using IpsJobs.Testing;
using NetVips;

namespace IpsJobs.Handlers.Tests.Ingest;

/// <summary>What becomes of the metadata in uploaded files.</summary>
public sealed class FileMetadataTests : IDisposable
{
    private const string Properties =
        "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Red shoe</rdf:li></rdf:Alt></dc:title>"
        + "<dc:subject><rdf:Bag><rdf:li>red</rdf:li><rdf:li>shoe</rdf:li></rdf:Bag></dc:subject>";

    private readonly UploadFixture fixture = new();
    private int lastKey;

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Ingest_StoresFieldsKeywordsAndWords()
    {
        await IngestAsync(Picture(Properties), ["shoe", "sale"]);

        var asset = fixture.Asset("a");
        asset.Content.Keywords.Should().Equal("red", "shoe", "sale");
        asset.Content.Metadata.Should().Equal(new Dictionary<string, string> { ["dc:title"] = "Red shoe" });
        (await fixture.Assets.FindWordsAsync(asset.AssetId, CancellationToken.None)).Should().Be("Red shoe");
        fixture.Rows.Single().Aux.Should().BeEmpty();
    }

    [Fact]
    public async Task Ingest_KeepsWhatPeopleHaveEntered_WhenTheFileIsReplaced()
    {
        await IngestAsync(Picture(Properties));
        fixture.Assets.Apply(new EditAsset(fixture.Asset("a").AssetId, UserId: 7)
        {
            Metadata = new Dictionary<string, string> { ["dc:title"] = "Ours" }, Keywords = ["ours"],
        });

        await IngestAsync(Picture(Properties + "<dc:format>image/jpeg</dc:format>"));

        fixture.Asset("a").Content.Metadata.Should().BeEquivalentTo(
            new Dictionary<string, string> { ["dc:title"] = "Ours", ["dc:format"] = "image/jpeg" });
        fixture.Asset("a").Content.Keywords.Should().Equal("ours", "red", "shoe");
    }

    [Fact]
    public async Task Ingest_WarnsOnTheRow_WhenMetadataIsDamaged()
    {
        await IngestAsync(Picture("<dc:title>"));

        fixture.Rows.Single().Aux.Single().Message.Key.Should().Be("Log.Metadata.Damaged");
        fixture.Asset("a").Content.Optimized.Should().NotBeNull();
    }

    [ToolFact("xsltproc")]
    public async Task Ingest_StoresWhatTheStyleSheetOfTheCompanyMakesOfIt()
    {
        GiveMapping("<photoshop:Headline><xsl:value-of select='//dc:title//rdf:li'/></photoshop:Headline>");

        await IngestAsync(Picture(Properties), ["sale"]);

        var asset = fixture.Asset("a");
        asset.Content.Metadata.Should().Equal(new Dictionary<string, string> { ["photoshop:Headline"] = "Red shoe" });
        asset.Content.Keywords.Should().Equal("sale");
        (await fixture.Assets.FindWordsAsync(asset.AssetId, CancellationToken.None)).Should().Be("Red shoe");
        fixture.Rows.Single().Aux.Should().BeEmpty();
    }

    [Fact]
    public async Task Ingest_StoresThePictureWithAWarning_WhenTheStyleSheetIsRefused()
    {
        GiveMapping("<xsl:value-of select=\"document('/etc/hostname')\"/>");

        await IngestAsync(Picture(Properties));

        fixture.Asset("a").Content.Metadata.Should().Equal(new Dictionary<string, string> { ["dc:title"] = "Red shoe" });
        var warning = fixture.Rows.Single().Aux.Single().Message;
        (warning.Key, string.Join(' ', warning.Arguments)).Should().Be(("Log.Metadata.MappingRefused", "map.xsl document()"));
    }

    [Fact]
    public async Task Ingest_KeepsTheFieldsAsTheyAre_WhenTheStyleSheetHasGone()
    {
        fixture.Company = fixture.Company with { XmpMappingXsltId = 4711 };

        await IngestAsync(Picture(Properties));

        fixture.Asset("a").Content.Metadata.Should().Equal(new Dictionary<string, string> { ["dc:title"] = "Red shoe" });
        fixture.Rows.Single().Aux.Should().BeEmpty();
    }

    private void GiveMapping(string body)
    {
        var sheet = fixture.Given("Sample/", "map.xsl", AssetTypes.Xsl, NameSpace.Static);
        File.WriteAllText(
            fixture.Original("map.xsl"),
            $"""
            <xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:dc='http://purl.org/dc/elements/1.1/'
            xmlns:x='adobe:ns:meta/' xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'>
            <xsl:template match='/'><x:xmpmeta><rdf:RDF><rdf:Description rdf:about=''>{body}</rdf:Description></rdf:RDF></x:xmpmeta></xsl:template>
            </xsl:stylesheet>
            """);
        fixture.Company = fixture.Company with { XmpMappingXsltId = sheet.AssetId };
    }

    internal static byte[] Picture(string properties)
    {
        var packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
            + $"<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'>{properties}</rdf:Description></rdf:RDF></x:xmpmeta>";
        using var plain = Image.Black(16, 16, bands: 3).Copy(interpretation: Enums.Interpretation.Srgb);
        using var image = plain.Mutate(i => i.Set(GValue.BlobType, "xmp-data", Encoding.UTF8.GetBytes(packet)));
        return image.WriteToBuffer(".jpg");
    }

    private async Task IngestAsync(byte[] body, params string[] keywords)
    {
        var run = await fixture.CreateRunAsync(UploadFixture.Job());
        var key = $"{lastKey++}";
        var staged = Path.Combine(run.StagingDirectory, key);
        await File.WriteAllBytesAsync(staged, body);
        var item = new IngestItem
        {
            ItemKey = key, StagedPath = staged, Folder = "Sample/", FileName = "a.jpg", Size = body.Length, Sha256 = SHA256.HashData(body),
            Settings = new UploadSettings { Overwrite = true, ReadyForPublish = false, Keywords = keywords },
        };
        await fixture.Ingest.IngestAsync(run, item, CancellationToken.None);
    }
}
