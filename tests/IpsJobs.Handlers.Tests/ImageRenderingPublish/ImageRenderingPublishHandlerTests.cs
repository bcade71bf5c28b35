using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Tests.Publishing;

namespace IpsJobs.Handlers.Tests.ImageRenderingPublish;

public sealed class ImageRenderingPublishHandlerTests : IDisposable
{
    private readonly PublishFixture fixture = new();
    private readonly string target;

    public ImageRenderingPublishHandlerTests() => target = fixture.AddServer(PublishContextTypes.ImageRendering).Directory;

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Run_DeliversVignettesAndMaterials_WithTheirCatalogs()
    {
        fixture.AddFile(AssetTypes.Vignette, "Sofa.vnt", "a sofa", "Rooms/");
        fixture.AddFile(AssetTypes.Cabinet, "Kitchen.vnc");
        fixture.AddFile(AssetTypes.WindowCovering, "Blind.vnw");
        var leather = fixture.AddImage("Leather", resolution: 150);
        fixture.Change(leather, a => a with { ReadyForPublish = false });
        fixture.AddSet(AssetTypes.RenderSet, "Fabrics", leather);
        fixture.AddImage("Not a material");

        await RunAsync();

        File.ReadAllText(Data("Rooms/Sofa.vnt")).Should().Be("a sofa");
        var vignettes = TargetFiles.RecordsIn(Catalog(".vignettes.cat"));
        vignettes.Select(r => (r["Id"], r["Path"])).Should().Equal(
            ("Sofa", "Rooms/Sofa.vnt"), ("Kitchen", "Files/Kitchen.vnc"), ("Blind", "Files/Blind.vnw"));
        var material = TargetFiles.RecordsIn(Catalog(".materials.cat")).Should().ContainSingle().Subject;
        material.Should().Contain("Id", "Leather").And.Contain("Resolution", "150");
        File.Exists(Data(material["Path"])).Should().BeTrue();
        File.ReadAllLines(Catalog(".ini")).Should().Contain(
            ["VignetteMapFile=SampleCompany.vignettes.cat", "CatalogFile=SampleCompany.materials.cat"]);
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 4, FileSuccess = 4, TransferSuccess = 4 });
    }

    [Fact]
    public async Task Run_RemovesWhatTheCatalogsNoLongerName_OnceItIsADayOld()
    {
        var sofa = fixture.AddFile(AssetTypes.Vignette, "Sofa.vnt");
        await RunAsync();
        fixture.Change(sofa, a => a with { ReadyForPublish = false });
        File.SetLastWriteTimeUtc(Data("Files/Sofa.vnt"), fixture.Time.GetUtcNow().UtcDateTime.AddHours(-25));

        await RunAsync();

        File.Exists(Data("Files/Sofa.vnt")).Should().BeFalse();
        fixture.Jobs.Rows.Should().ContainSingle(r => r.LogType == LogTypes.ImageRenderingPublishCleanupSuccess);
        TargetFiles.RecordsIn(Catalog(".vignettes.cat")).Should().BeEmpty();
    }

    [Fact]
    public async Task Run_LeavesTheOldCatalogInForce_WhenStopped()
    {
        fixture.AddFile(AssetTypes.Vignette, "Sofa.vnt");
        await RunAsync();
        var attributes = File.ReadAllText(Catalog(".ini"));
        fixture.AddFile(AssetTypes.Vignette, "Chair.vnt");
        fixture.Jobs.OnCommit = _ => fixture.Stop();

        var run = RunAsync;

        await run.Should().ThrowAsync<JobStoppedException>();
        File.ReadAllText(Catalog(".ini")).Should().Be(attributes);
        TargetFiles.RecordsIn(Catalog(".vignettes.cat")).Should().ContainSingle();
    }

    [Fact]
    public async Task Run_GivesErrorRowAndKeepsTheRest_WhenAFileIsMissing()
    {
        fixture.AddFile(AssetTypes.Vignette, "Sofa.vnt");
        fixture.AddFile(AssetTypes.Vignette, "Chair.vnt");
        File.Delete(fixture.Data.Originals("SampleCompany/").Resolve("Files/Chair.vnt"));

        await RunAsync();

        fixture.Jobs.Rows.Should().ContainSingle(r => r.LogType == LogTypes.ImageRenderingPublishError)
            .Which.Message.Key.Should().Be("Log.Publish.FileMissing");
        TargetFiles.RecordsIn(Catalog(".vignettes.cat")).Select(r => r["Id"]).Should().Equal("Sofa");
    }

    private Task RunAsync() =>
        fixture.RunAsync(JobTypes.ImageRenderingPublish, new ImageRenderingPublishJob { EmailSetting = EmailSettings.None });

    private string Catalog(string suffix) => Path.Combine(target, "ir", "catalog", "SampleCompany" + suffix);

    private string Data(string path) => Path.Combine(target, "ir", "data", "SampleCompany", path);
}
