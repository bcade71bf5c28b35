using System.Text;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Tests.UrlUpload;

namespace IpsJobs.Handlers.Tests.Ingest;

public sealed class ByproductTests : IDisposable
{
    private readonly UploadFixture fixture = new();

    public ByproductTests() => fixture.Parts.Makers.Add(parts => new LineMaker(parts));

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Make_CommitsEachPartWithItsRowAndGeneration()
    {
        await UploadAsync("a.css", "one\ntwo");

        fixture.Rows.Select(r => (r.LogType, r.AssetName)).Should().Equal(
            (LogTypes.UploadSuccess, "a"), (LogTypes.UploadSuccess, "one"), (LogTypes.UploadSuccess, "two"));
        fixture.Rows.Select(r => r.ItemKey).Should().Equal("0", "0>ImageConvert>1", "0>ImageConvert>2");
        fixture.Counters.TotalFile.Should().Be(3);
        Asset("two").Content.Generation.Should().BeEquivalentTo(new Generation(Asset("a").AssetId, GenerationEngines.ImageConvert, "2"));
        (await File.ReadAllTextAsync(fixture.Original("two.xml"))).Should().Be("two");
    }

    [Fact]
    public async Task Make_MarksPartsAsTheirSource()
    {
        var job = UploadFixture.Job((fixture.Serve("/a", "one"u8.ToArray()), "a.css"));
        job.ReadyForPublish = false;

        await fixture.RunAsync(job);

        fixture.Assets.All.Should().OnlyContain(a => !a.ReadyForPublish);
    }

    // Several files with equal layer names do not collide.
    [Fact]
    public async Task Make_KeepsPartsOfTwoSourcesApart_WhenTheirNamesAreEqual()
    {
        await fixture.RunAsync(
            (fixture.Serve("/a", "one"u8.ToArray()), "a.css"), (fixture.Serve("/b", "one"u8.ToArray()), "b.css"));

        fixture.Assets.All.Select(a => a.Name).Should().BeEquivalentTo("a", "b", "one", "one-1");
        fixture.Rows.Single(r => r.AssetName == "one-1").Aux.Single().Message.Key.Should().Be("Log.Upload.Renamed");
    }

    [Fact]
    public async Task Make_ReplacesThePartsOfTheSourceAndTrashesSurplus_WhenItIsReplaced()
    {
        await UploadAsync("a.css", "one\ntwo");
        var one = Asset("one").AssetId;

        await fixture.RunAsync((fixture.Serve("/0", []), "x.css"), (fixture.Serve("/n", "new"u8.ToArray()), "a.css"));

        Asset("one").AssetId.Should().Be(one);
        (await File.ReadAllTextAsync(fixture.Original("one.xml"))).Should().Be("new");
        fixture.Rows.Single(r => r.AssetId == one && r.ItemKey!.StartsWith('1')).LogType.Should().Be(LogTypes.FileUpdated);
        Asset("two").TrashState.Should().Be(TrashStates.InTrash);
        fixture.Rows[^1].LogType.Should().Be(LogTypes.TrashSuccess);
    }

    [Fact]
    public async Task Complete_MakesWhatIsMissing_WhenTheRunWasInterrupted()
    {
        fixture.Store.BeforeCommit = item =>
        {
            if (item.Row.ItemKey == "0>ImageConvert>2")
                throw new OperationCanceledException();
        };
        var interrupted = () => UploadAsync("a.css", "one\ntwo");
        await interrupted.Should().ThrowAsync<OperationCanceledException>();
        fixture.Store.BeforeCommit = null;
        fixture.Interrupt();

        await UploadAsync("a.css", "one\ntwo");

        fixture.Assets.All.Select(a => a.Name).Should().Equal("a", "one", "two");
        fixture.Rows.Should().HaveCount(3);
        fixture.Counters.TotalFile.Should().Be(3);
    }

    private Task UploadAsync(string name, string text) => fixture.RunAsync((fixture.Serve("/" + name, Encoding.UTF8.GetBytes(text)), name));

    private StoredAsset Asset(string name) => fixture.Assets.All.Single(a => a.Name == name);
}
