using System.Text.Json;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Tests.Publishing;

namespace IpsJobs.Handlers.Tests.MetadataPublish;

public sealed class MetadataPublishHandlerTests : IDisposable
{
    private readonly PublishFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Run_WritesADocumentPerAsset_AndTheIndexLast()
    {
        var picture = fixture.Change(fixture.AddImage("Über alles", 640, 480), a => a with
        {
            Content = a.Content with
            {
                Keywords = ["red", "blue"],
                Metadata = new Dictionary<string, string> { ["colour"] = "rot", ["dc:title"] = "Ein Titel" },
            },
        });
        fixture.AddFile(AssetTypes.Pdf, "Price list.pdf");

        await RunAsync();

        using var document = JsonDocument.Parse(File.ReadAllText(Document(picture)));
        var root = document.RootElement;
        root.GetProperty("handle").GetString().Should().Be($"a|{picture.AssetId}");
        root.GetProperty("name").GetString().Should().Be("Über alles");
        root.GetProperty("folder").GetString().Should().Be("SampleCompany/Pictures/");
        root.GetProperty("type").GetString().Should().Be("Image");
        root.GetProperty("keywords").EnumerateArray().Select(k => k.GetString()).Should().Equal("red", "blue");
        root.GetProperty("system").GetProperty("width").GetInt32().Should().Be(640);
        root.GetProperty("userDefined").GetProperty("colour").GetString().Should().Be("rot");
        root.GetProperty("xmp").GetProperty("dc:title").GetString().Should().Be("Ein Titel");
        using var index = JsonDocument.Parse(File.ReadAllText(On("index.json")));
        index.RootElement.GetProperty("count").GetInt32().Should().Be(2);
        index.RootElement.GetProperty("publishInfo").GetString().Should().Be("Nightly_2026-03-01-12:00:00.000");
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 2, FileSuccess = 2, TransferSuccess = 2 });
    }

    [Fact]
    public async Task Run_SendsOnlyWhatHasChanged_UnlessForced()
    {
        var changed = fixture.AddImage("Changed");
        fixture.AddImage("Same");
        await RunAsync();
        fixture.Change(changed, a => a with { Content = a.Content with { Keywords = ["new"] } });

        await RunAsync();
        fixture.Jobs.Rows.Where(r => r.AssetId is not null).Should().ContainSingle(r => r.AssetName == "Changed");

        await RunAsync(force: true);
        fixture.Jobs.Counters.TotalFile.Should().Be(2);
    }

    [Fact]
    public async Task Run_SendsAgain_WhenTheTargetHasLostADocument()
    {
        var picture = fixture.AddImage("Picture");
        await RunAsync();
        File.Delete(Document(picture));

        await RunAsync();

        File.Exists(Document(picture)).Should().BeTrue();
    }

    [Fact]
    public async Task Run_RemovesTheDocument_WhenAnAssetIsNoLongerMarked()
    {
        var picture = fixture.AddImage("Picture");
        await RunAsync();
        fixture.Change(picture, a => a with { ReadyForPublish = false });

        await RunAsync();

        File.Exists(Document(picture)).Should().BeFalse();
        fixture.Jobs.Rows.Single(r => r.AssetId == picture.AssetId).Message.Key.Should().Be("Log.Metadata.Removed");
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 1, FileSuccess = 1 });
    }

    [Fact]
    public async Task Run_DoesNothingTwice_WhenResumed()
    {
        fixture.AddImage("One");
        fixture.AddImage("Two");
        await RunAsync();

        await fixture.RerunAsync(JobTypes.MetadataPublish, new MetadataPublishJob());

        fixture.Jobs.Repeated.Should().BeEmpty();
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 2, FileSuccess = 2 });
    }

    [Fact]
    public async Task Run_UsesTheMetadataContext_WhenTheCompanyHasOne()
    {
        fixture.Accounts.Contexts.Add(new(9000, fixture.Company.CompanyId, "Metadata", PublishContextTypes.Metadata, PublishAll: false));
        var server = fixture.AddServer(PublishContextTypes.Metadata);
        fixture.AddImage("Picture");

        await RunAsync();

        Directory.GetFiles(Path.Combine(server.Directory, "metadata", "SampleCompany")).Should().HaveCount(2);
        Directory.Exists(On("")).Should().BeFalse();
    }

    [Fact]
    public async Task Run_GivesFailureRow_WhenADocumentCannotBeWritten()
    {
        var picture = fixture.AddImage("Picture");
        Directory.CreateDirectory(Document(picture) + ".tmp");

        await RunAsync();

        fixture.Jobs.Rows.Should().ContainSingle(r => r.LogType == LogTypes.MetadataFailure);
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 1, FileError = 1, TransferError = 1 });
    }

    [Fact]
    public async Task Run_IsFatal_WhenThereIsNoTarget()
    {
        fixture.Accounts.Servers.Clear();

        var run = () => RunAsync();

        await run.Should().ThrowAsync<FatalJobException>();
    }

    private Task RunAsync(bool? force = null) =>
        fixture.RunAsync(JobTypes.MetadataPublish, new MetadataPublishJob { ForcePublish = force });

    private string On(string path) => Path.Combine(fixture.Target.Directory, "metadata", "SampleCompany", path);

    private string Document(StoredAsset asset) => On($"{asset.AssetId}.json");
}
