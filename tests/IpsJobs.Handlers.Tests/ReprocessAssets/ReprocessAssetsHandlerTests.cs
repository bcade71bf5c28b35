using System.Security.Cryptography;
using System.Text;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.ReprocessAssets;
using IpsJobs.Handlers.Tests.Ingest;
using IpsJobs.Handlers.Tests.UrlUpload;

namespace IpsJobs.Handlers.Tests.ReprocessAssets;

public sealed class ReprocessAssetsHandlerTests : IDisposable
{
    private readonly UploadFixture fixture = new();

    public ReprocessAssetsHandlerTests() => fixture.Parts.Makers.Add(parts => new LineMaker(parts));

    public void Dispose() => fixture.Dispose();

    // A project and a crop in one job: together they once lost one of the two.
    [Fact]
    public async Task Run_CropsAndAddsToTheProject_WhenTheJobAsksForBoth()
    {
        var body = UploadFixture.Picture(width: 60, height: 40);
        var before = await UploadAsync("a.png", body);
        var project = await fixture.Projects.AddAsync(fixture.Company.CompanyId, "Spring", CancellationToken.None);

        await ReprocessAsync(job =>
        {
            job.ManualCropOptions = new ManualCropOptions { Left = 10, Right = 5, Top = 4, Bottom = 6 };
            job.ProjectHandleArray = new HandleArray { Items = { new ProjectHandle(fixture.Company.CompanyId, "Spring").ToString() } };
        }, before);

        var asset = fixture.Asset("a");
        using var picture = fixture.Picture(asset);
        (picture.Width, picture.Height).Should().Be((45, 30));
        asset.Content.Details.Crop.Should().Be(new CropAmounts(10, 5, 4, 6));
        asset.Content.ProjectIds.Should().Equal(project.ProjectId);
        (asset.Name, asset.Content.Folder, asset.Content.FileName).Should().Be((before.Name, before.Content.Folder, before.Content.FileName));
        (await File.ReadAllBytesAsync(fixture.Original("a.png"))).Should().Equal(body);
        fixture.Rows[^1].Should().Match<LogRow>(r => r.LogType == LogTypes.ReoptimizeSuccess && r.AssetId == asset.AssetId && r.Aux.Count == 0);
    }

    [Theory]
    [InlineData(null, 53)]
    [InlineData(true, 53)]
    [InlineData(false, 60)]
    public async Task Run_KeepsTheStoredCropAndOptions_UnlessTheJobSaysOtherwise(bool? preserve, int width)
    {
        var before = await UploadAsync("a.png", UploadFixture.Picture(width: 60, height: 40), job =>
        {
            job.ManualCropOptions = new ManualCropOptions { Left = 7, Right = 0, Top = 0, Bottom = 0 };
            job.KnockoutBackgroundOptions = new KnockoutBackgroundOptions { Corner = Corners.UpperLeft, FillMethod = FillMethods.MatchPixel };
        });

        await ReprocessAsync(job => job.PreserveCrop = preserve, before);

        using var picture = fixture.Picture(fixture.Asset("a"));
        (picture.Width, picture.Getpoint(3, 3)[^1]).Should().Be((width, 0));
        fixture.Asset("a").Content.Optimized!.Path.Should().NotBe(before.Content.Optimized!.Path);
    }

    [Fact]
    public async Task Run_CutsTheKeptMaskAsThePicture_AndRemovesItWhereNoPathIsFound()
    {
        var before = await UploadAsync("a.jpg", PathPictures.JpegWithPath(60, 40), job => job.CreateMask = true);

        await ReprocessAsync(job => job.ManualCropOptions = new ManualCropOptions { Left = 10, Right = 0, Top = 0, Bottom = 0 }, before);

        using (var mask = fixture.Mask(fixture.Asset("a")))
            (mask.Width, mask.Getpoint(5, 5)[0], mask.Getpoint(45, 5)[0]).Should().Be((50, 255, 0));

        await File.WriteAllBytesAsync(fixture.Original("a.jpg"), UploadFixture.Picture(".jpg"));
        await ReprocessAgainAsync(job => job.CreateMask = true, before);
        fixture.Asset("a").Content.Details.Mask.Should().BeNull();
    }

    [Fact]
    public async Task Run_ReadsTheFilesMetadata_AndKeepsWhatPeopleHaveEntered()
    {
        var body = FileMetadataTests.Picture("<dc:title>From the file</dc:title><dc:format>image/jpeg</dc:format>");
        var before = await UploadAsync("a.jpg", body);
        fixture.Assets.Put(before with { Content = before.Content with { Metadata = new Dictionary<string, string> { ["dc:title"] = "Ours" } } });

        await ReprocessAsync(_ => { }, before);

        fixture.Asset("a").Content.Metadata.Should().BeEquivalentTo(
            new Dictionary<string, string> { ["dc:title"] = "Ours", ["dc:format"] = "image/jpeg" });
    }

    [Fact]
    public async Task Run_MakesTheSetsThatItAsksFor()
    {
        var before = await UploadAsync("shoe_1.png", UploadFixture.Picture());
        var preset = fixture.Parts.Properties.Add(
            fixture.Company.CompanyId, PropertySetTypeNames.BatchSetPreset,
            ("name", "Preset"), ("active", "true"), ("setType", "ImageSet"), ("match", @"(\w+)_\d+"), ("suffix", "-SET"));

        await ReprocessAsync(job => job.AutoSetCreationOptions = new AutoSetCreationOptions { AutoSetsArray = new HandleArray { Items = { preset } } }, before);

        fixture.Asset("shoe-SET").Content.Members!.Select(m => m.AssetId).Should().Equal(before.AssetId);
    }

    [Fact]
    public async Task Run_ReplacesPartsAddsNewOnesAndTrashesSurplus()
    {
        var source = await UploadAsync("a.css", Encoding.UTF8.GetBytes("one\ntwo\nthree"));
        var one = fixture.Asset("one").AssetId;
        await File.WriteAllTextAsync(fixture.Original("a.css"), "uno\ndue");

        await ReprocessAsync(_ => { }, source);

        fixture.Rows.Skip(4).Select(r => (r.LogType, r.AssetName)).Should().Equal(
            (LogTypes.ReoptimizeSuccess, "a"), (LogTypes.FileUpdated, "one"), (LogTypes.FileUpdated, "two"), (LogTypes.TrashSuccess, "three"));
        (await File.ReadAllTextAsync(fixture.Original("one.xml"))).Should().Be("uno");
        fixture.Asset("one").AssetId.Should().Be(one);
        fixture.Asset("three").TrashState.Should().Be(TrashStates.InTrash);
    }

    [Fact]
    public async Task Run_GivesAFailureRow_WhenThereIsNothingToProcess()
    {
        var set = fixture.Given("Sample/", "set.imageset", AssetTypes.ImageSet);
        var lost = fixture.Given("Sample/", "lost.png");
        File.Delete(fixture.Original("lost.png"));
        var broken = fixture.Given("Sample/", "broken.png");
        var trashed = fixture.Given("Sample/", "trashed.png");
        fixture.Assets.Put(trashed with { TrashState = TrashStates.InTrash });

        await ReprocessAsync(_ => { }, set, lost, broken, trashed);

        fixture.Rows.Should().OnlyContain(r => r.LogType == LogTypes.ReoptimizeFailure);
        fixture.Rows.Select(r => (r.AssetName, r.Message.Key)).Should().BeEquivalentTo([
            ("set", "Log.Rework.NothingToProcess"), ("lost", "Log.Rework.OriginalMissing"),
            ("broken", fixture.Rows.Single(r => r.AssetName == "broken").Message.Key), ("trashed", "Log.Rework.Gone")]);
        fixture.Counters.Should().Match<JobCounters>(c => c.FileError == 4 && c.TotalFile == 4);
        fixture.Asset("broken").Content.Optimized.Should().BeNull();
    }

    [Fact]
    public async Task Run_ProcessesAVideoOnce_WhenItsAdaptiveSetIsListedToo()
    {
        var video = fixture.Given("Sample/", "v.mp4", AssetTypes.Video, NameSpace.Static);
        var content = new AssetContent
        {
            Type = AssetTypes.AssetSet, Folder = "Sample/", FileName = "v-AVS", FileSize = 0, Sha256 = SHA256.HashData([]),
            Generation = new Generation(video.AssetId, GenerationEngines.ImageConvert, "set"),
        };
        fixture.Assets.Apply(new AddAsset(fixture.Company.CompanyId, "v-AVS", NameSpace.Catalog, ReadyForPublish: false, content, UserId: 7));

        await ReprocessAsync(_ => { }, fixture.Asset("v-AVS"), video, video);

        fixture.Rows.Should().ContainSingle().Which.Should().Match<LogRow>(r => r.LogType == LogTypes.ReoptimizeSuccess && r.AssetId == video.AssetId);
    }

    [Theory]
    [InlineData(null, null, true, true)]
    [InlineData(false, false, true, false)]
    [InlineData(false, null, true, true)]
    [InlineData(false, null, false, false)]
    [InlineData(false, true, false, true)]
    public async Task Run_ChangesTheMark_UnlessItIsToBePreserved(bool? ready, bool? preserve, bool retained, bool marked)
    {
        fixture.Company = fixture.Company with { RetainPublishState = retained };
        var before = await UploadAsync("a.css", "one"u8.ToArray());

        await ReprocessAsync(job => (job.ReadyForPublish, job.PreservePublishState) = (ready, preserve), before);

        fixture.Assets.All.Should().OnlyContain(a => a.ReadyForPublish == marked, "parts are marked as their source");
    }

    [Fact]
    public async Task Run_MakesThePartsThatAnInterruptedRunLeftOut()
    {
        var source = await UploadAsync("a.css", Encoding.UTF8.GetBytes("one\ntwo"));
        fixture.Store.BeforeCommit = item =>
        {
            if (item.Row.ItemKey!.StartsWith("asset", StringComparison.Ordinal) && item.Row.ItemKey.EndsWith(">2", StringComparison.Ordinal))
                throw new OperationCanceledException();
        };
        var interrupted = () => ReprocessAsync(_ => { }, source);
        await interrupted.Should().ThrowAsync<OperationCanceledException>();
        fixture.Store.BeforeCommit = null;
        fixture.Interrupt();

        await ReprocessAsync(_ => { }, source);

        fixture.Rows.Skip(3).Select(r => (r.LogType, r.AssetName)).Should().Equal(
            (LogTypes.ReoptimizeSuccess, "a"), (LogTypes.FileUpdated, "one"), (LogTypes.FileUpdated, "two"));
    }

    [Fact]
    public async Task Run_CancelsWhatWasNotBegun_WhenTheJobIsStopped()
    {
        var before = await UploadAsync("a.png", UploadFixture.Picture());
        fixture.Stop();

        var stopped = () => ReprocessAsync(_ => { }, before);

        await stopped.Should().ThrowAsync<JobStoppedException>();
        fixture.Rows[^1].LogType.Should().Be(LogTypes.FileCancel);
    }

    [Fact]
    public async Task Run_ProcessesTheNewFile_WhenAnUploadReplacesItMeanwhile()
    {
        var before = fixture.Given("Sample/", "f.ttf", AssetTypes.Font, NameSpace.Static);
        var newer = before.Content with { Sha256 = SHA256.HashData("newer"u8), FileSize = 5 };
        var renderer = new ReplacingRenderer(() => fixture.Assets.Apply(new ReplaceAsset(before.AssetId, ReadyForPublish: null, newer, UserId: 7)));
        fixture.Parts.Renderers.Add(renderer);

        await ReprocessAsync(_ => { }, before);

        renderer.Drawn.Should().Be(2);
        fixture.Asset("f").Content.Should().Match<AssetContent>(c => c.FileSize == 5 && c.Optimized != null);
        fixture.Files.Where(f => f.EndsWith(".tif", StringComparison.Ordinal)).Should().ContainSingle("the picture of the old file is discarded");
    }

    private async Task<StoredAsset> UploadAsync(string name, byte[] body, Action<UploadUrlsJob>? change = null)
    {
        var job = UploadFixture.Job((fixture.Serve("/" + name, body), name));
        change?.Invoke(job);
        await fixture.RunAsync(job);
        return fixture.Asset(AssetNaming.BaseName(name));
    }

    // The fixture has one instance only: what it has done before stands in its rows and must not hide the second run.
    private async Task ReprocessAgainAsync(Action<ReprocessAssetsJob> change, StoredAsset asset)
    {
        fixture.Jobs.Items.Clear();
        await ReprocessAsync(change, asset);
    }

    private async Task ReprocessAsync(Action<ReprocessAssetsJob> change, params StoredAsset[] assets)
    {
        var job = new ReprocessAssetsJob
        {
            AssetHandleArray = new HandleArray { Items = [.. assets.Select(a => a.Handle.ToString())] },
            CreateMask = false,
            EmailSetting = EmailSettings.None,
        };
        change(job);
        await new ReprocessAssetsHandler(fixture.Parts.Rework, fixture.Parts.Sets).RunAsync(await fixture.CreateRunAsync(job), CancellationToken.None);
    }
}
