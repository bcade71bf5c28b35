using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Tests.Publishing;

namespace IpsJobs.Handlers.Tests.ServerDirectoryPublish;

public sealed class ServerDirectoryPublishHandlerTests : IDisposable
{
    private readonly PublishFixture fixture = new();
    private readonly string target;

    public ServerDirectoryPublishHandlerTests() => target = fixture.AddServer(PublishContextTypes.ServerDirectory).Directory;

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Run_CopiesOriginalsUnderTheirAssetNames_AndListsThem()
    {
        var picture = fixture.AddImage("Picture", 640, 480);
        fixture.Change(picture, a => a with { Name = "Renamed" });
        var other = fixture.AddImage("Other");
        fixture.AddSet(AssetTypes.SpinSet, "Spin", picture, other);
        fixture.AddFile(AssetTypes.Pdf, "Price list.pdf");

        await RunAsync();

        Delivered().Should().Equal("Pictures/Other.jpg", "Pictures/Renamed.jpg", "manifest.tsv");
        File.ReadAllText(On("Pictures/Renamed.jpg")).Should().Be("original of Picture");
        var records = TargetFiles.RecordsIn(On("manifest.tsv")).ToDictionary(r => r["Id"]);
        records.Keys.Should().BeEquivalentTo("Renamed", "Other", "Spin");
        records["Renamed"].Should().Contain("Path", "Pictures/Renamed.jpg").And.Contain("Size", "640,480");
        records["Spin"].Should().Contain("Path", "").And.Contain("ImageSet", "Renamed,Other").And.Contain("AssetType", "SPINSET");
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 3, FileSuccess = 3, TransferSuccess = 2 });
        fixture.Jobs.Rows.Count(r => r.LogType == LogTypes.ServerDirectoryPublishSuccess).Should().Be(3);
    }

    [Fact]
    public async Task Run_RemovesWhatIsNoLongerSelected_AndSaysSoOnTheEndRow()
    {
        var gone = fixture.AddImage("Gone");
        fixture.AddImage("Stays");
        await RunAsync();
        fixture.Change(gone, a => a with { ReadyForPublish = false });

        await RunAsync();

        Delivered().Should().Equal("Pictures/Stays.jpg", "manifest.tsv");
        var note = fixture.LastRun!.End.Notes.Should().ContainSingle().Subject;
        note.Message.Arguments.Should().Equal("SampleCompany/Pictures/Gone.jpg", "Server 501");
        fixture.Jobs.Rows.Should().NotContain(r => r.LogType.Contains("Cleanup"), "the API has no such rows for this publish");
        fixture.Jobs.Counters.FileWarning.Should().Be(0);
    }

    [Fact]
    public async Task Run_LeavesTheOldListInForce_WhenStopped()
    {
        fixture.AddImage("One");
        await RunAsync();
        var list = File.ReadAllText(On("manifest.tsv"));
        fixture.AddImage("Two");
        fixture.Jobs.OnCommit = _ => fixture.Stop();

        var run = RunAsync;

        await run.Should().ThrowAsync<JobStoppedException>();
        File.ReadAllText(On("manifest.tsv")).Should().Be(list);
        fixture.Jobs.Rows.Count(r => r.LogType == LogTypes.FileCancel).Should().Be(2);
    }

    [Fact]
    public async Task Run_KeepsTheOldRecord_WhenAFileCannotBeRenewed()
    {
        var picture = fixture.AddImage("Picture", 640, 480);
        await RunAsync();
        fixture.Change(picture, a => a with
        {
            Content = a.Content with { Sha256 = new byte[32], Optimized = new OptimizedImage("abc/x.tif", 800, 600, null, 10) },
        });
        File.Delete(fixture.Data.Originals("SampleCompany/").Resolve("Pictures/Picture.jpg"));

        await RunAsync();

        TargetFiles.RecordsIn(On("manifest.tsv")).Should().ContainSingle().Which.Should().Contain("Size", "640,480");
        fixture.Jobs.Rows.Should().ContainSingle(r => r.LogType == LogTypes.ServerDirectoryPublishError);
    }

    private Task RunAsync() =>
        fixture.RunAsync(JobTypes.ServerDirectoryPublish, new ServerDirectoryPublishJob { EmailSetting = EmailSettings.None });

    private string On(string path) => Path.Combine(target, "SampleCompany", path);

    private IEnumerable<string> Delivered() => Directory.EnumerateFiles(On(""), "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(On(""), f)).Order(StringComparer.Ordinal);
}
