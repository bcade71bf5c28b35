using System.Security.Cryptography;
using System.Text;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;
using IpsJobs.Handlers.Tests.UrlUpload;
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

    [Fact]
    public async Task Ingest_SaysThatTheMappingOfTheCompanyIsNotApplied()
    {
        fixture.Company = fixture.Company with { XmpMappingXsltId = 5 };

        await IngestAsync(Picture(Properties));

        fixture.Rows.Single().Aux.Single().Message.Key.Should().Be("Log.Metadata.MappingNotApplied");
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
