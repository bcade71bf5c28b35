using System.Security.Cryptography;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;
using IpsJobs.Handlers.Tests.UrlUpload;

namespace IpsJobs.Handlers.Tests.Ingest;

public sealed class FileIngestTests : IDisposable
{
    private readonly UploadFixture fixture = new();
    private int lastKey;

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Ingest_ReplacesInPlace_WhenNameAndFolderFit()
    {
        var before = fixture.Given("Sample/x/", "a.png");

        await IngestAsync("Sample/x/", "a.png");

        var after = fixture.Assets.All.Single();
        after.AssetId.Should().Be(before.AssetId);
        after.Content.Optimized.Should().NotBeNull();
        Row.LogType.Should().Be(LogTypes.FileUpdated);
        Row.Message.Key.Should().Be("Log.Upload.Processed");
        Row.AssetId.Should().Be(before.AssetId);
    }

    [Fact]
    public async Task Ingest_Numbers_WhenTheNameIsTakenElsewhere()
    {
        fixture.Given("Sample/y/", "a.png");
        fixture.Given("Sample/y/", "a-1.png");

        await IngestAsync("Sample/x/", "a.png");

        fixture.Assets.All[2].Name.Should().Be("a-2");
        File.Exists(fixture.Original("x/a-2.png")).Should().BeTrue();
        Row.LogType.Should().Be(LogTypes.UploadSuccess);
        Row.Aux.Single().Message.Should().BeEquivalentTo(new { Key = "Log.Upload.Renamed", Arguments = new[] { "a.png", "a-2.png" } });
        Row.Message.Arguments.Should().Equal("Sample/x/a-2.png");
    }

    [Fact]
    public async Task Ingest_Numbers_WhenTheNameLiesInTheTrash()
    {
        fixture.Assets.Put(fixture.Given("Sample/x/", "a.png") with { TrashState = TrashStates.InTrash });

        await IngestAsync("Sample/x/", "a.png");

        fixture.Assets.All[1].Name.Should().Be("a-1");
        (await File.ReadAllTextAsync(fixture.Original("x/a.png"))).Should().Be("old");
    }

    [Fact]
    public async Task Ingest_MovesTheAsset_WhenAnyFolderFits()
    {
        fixture.Company = fixture.Company with { OverwriteMode = OverwriteModes.OverwriteAnyExtAnyFolder };
        var before = fixture.Given("Sample/y/", "a.tif");

        await IngestAsync("Sample/x/", "a.png");

        var after = fixture.Assets.All.Single();
        (after.AssetId, after.Content.Folder, after.Content.FileName).Should().Be((before.AssetId, "Sample/x/", "a.png"));
        File.Exists(fixture.Original("y/a.tif")).Should().BeFalse();
        File.Exists(fixture.Original("x/a.png")).Should().BeTrue();
    }

    [Theory]
    [InlineData(true, null, false, false, true)]
    [InlineData(true, null, true, false, false)]
    [InlineData(true, false, true, false, true)]
    [InlineData(false, true, false, true, true)]
    public async Task Ingest_DecidesTheMarkOfAReplacedAsset(bool ready, bool? preserve, bool retain, bool marked, bool expected)
    {
        fixture.Company = fixture.Company with { RetainPublishState = retain };
        fixture.Given("Sample/x/", "a.png", marked: marked);

        await IngestAsync("Sample/x/", "a.png", Settings with { ReadyForPublish = ready, PreservePublishState = preserve });

        fixture.Assets.All.Single().ReadyForPublish.Should().Be(expected);
    }

    [Fact]
    public async Task Ingest_WaitsForTheName_WhenAnotherFileHoldsIt()
    {
        var held = fixture.Reservations.TryReserve(fixture.Company.CompanyId, NameSpace.Catalog, "a")!;
        var running = IngestAsync("Sample/x/", "a.png");

        var result = await PassTimeAsync(running, onStep: step =>
        {
            if (step == 2)
                held.Dispose();
        });

        result.LogType.Should().Be(LogTypes.UploadSuccess);
    }

    [Fact]
    public async Task Ingest_GivesUp_WhenTheNameStaysHeld()
    {
        using var held = fixture.Reservations.TryReserve(fixture.Company.CompanyId, NameSpace.Catalog, "a");

        await PassTimeAsync(IngestAsync("Sample/x/", "a.png"), onStep: _ => { });

        Row.LogType.Should().Be(LogTypes.UploadError);
        Row.Message.Key.Should().Be("Log.Upload.NameBusy");
        fixture.Files.Should().BeEmpty();
    }

    [Fact]
    public async Task Ingest_WarnsAboutContent_WhenTheExtensionLies()
    {
        await IngestAsync("Sample/x/", "a.jpg");

        Row.LogType.Should().Be(LogTypes.UploadSuccess);
        Row.Aux.Single().Message.Should().BeEquivalentTo(new { Key = "Log.Upload.ContentMismatch", Arguments = new[] { "jpg", "png" } });
    }

    [Fact]
    public async Task Ingest_RefusesCameraRaw_WhenOnlyItsThumbnailCanBeRead()
    {
        await IngestAsync("Sample/x/", "a.nef", body: UploadFixture.Picture(".tif"));

        Row.Message.Key.Should().Be("Log.Image.CameraRaw");
        fixture.Files.Should().BeEmpty();
    }

    [Theory]
    [InlineData("a.pdf", AssetTypes.Pdf)]
    [InlineData("a.eps", AssetTypes.PostScript)]
    [InlineData("a.mp4", AssetTypes.Video)]
    [InlineData("a.zip", AssetTypes.Zip)]
    public async Task Ingest_StoresOtherTypesAsTheyAre(string fileName, string type)
    {
        await IngestAsync("Sample/x/", fileName, body: [1, 2, 3]);

        fixture.Assets.All.Single().Content.Should().BeEquivalentTo(new { Type = type, Optimized = (OptimizedImage?)null });
        Row.Aux.Should().BeEmpty();
    }

    [Fact]
    public async Task Ingest_IsSilentAboutBlocks_ThatDoNotFitTheFile()
    {
        var options = new UploadOptionBlocks
        {
            UnCompress = new Contracts.UnCompressOptions { Process = UnCompressProcesses.UnCompress },
            Media = new Contracts.MediaOptions { GenerateThumbnail = true },
            UnsharpMask = new Contracts.UnsharpMaskOptions { Amount = 0 },
        };
        foreach (var name in new[] { "d.mp4", "e.css" })
            await IngestAsync("Sample/x/", name, Settings with { Options = options }, [1]);
        await IngestAsync("Sample/x/", "f.png", Settings with { Options = options });

        fixture.Rows.Should().HaveCount(3).And.OnlyContain(r => r.Aux.Count == 0);
    }

    [Fact]
    public async Task Ingest_AddsKeywords()
    {
        await IngestAsync("Sample/x/", "a.png", Settings with { Keywords = ["red", "blue"] });

        fixture.Assets.All.Single().Content.Keywords.Should().Equal("red", "blue");
    }

    [Fact]
    public async Task Ingest_NamesTheCause_WhenTheStoreCannotMoveFiles()
    {
        fixture.Store.BeforeCommit = item =>
        {
            if (item.Files.Count > 0)
                throw new IOException("broken", 5);
        };

        var result = await IngestAsync("Sample/x/", "a.png");

        result.FailureCause.Should().Be("disk IOException 5");
        Row.Message.Key.Should().Be("Log.Upload.DiskError");
        fixture.Files.Should().BeEmpty();
    }

    [Fact]
    public async Task Ingest_LetsNamesGo_WhenDone()
    {
        await IngestAsync("Sample/x/", "a.png");

        fixture.Reservations.TryReserve(fixture.Company.CompanyId, NameSpace.Catalog, "a").Should().NotBeNull();
    }

    private static UploadSettings Settings => new() { Overwrite = true, ReadyForPublish = false };

    private LogRow Row => fixture.Rows[^1];

    private async Task<IngestResult> IngestAsync(string folder, string fileName, UploadSettings? settings = null, byte[]? body = null)
    {
        var run = await fixture.CreateRunAsync(UploadFixture.Job());
        var bytes = body ?? UploadFixture.Picture();
        var key = $"{lastKey++}";
        var staged = Path.Combine(run.StagingDirectory, key);
        await File.WriteAllBytesAsync(staged, bytes);
        return await fixture.Ingest.IngestAsync(
            run,
            new IngestItem
            {
                ItemKey = key, StagedPath = staged, Folder = folder, FileName = fileName, Size = bytes.Length,
                Sha256 = SHA256.HashData(bytes), Settings = settings ?? Settings,
            },
            CancellationToken.None);
    }

    // The claim waits on the fake clock; each step is one of its pauses.
    private async Task<IngestResult> PassTimeAsync(Task<IngestResult> running, Action<int> onStep)
    {
        for (var step = 0; !running.IsCompleted; step++)
        {
            onStep(step);
            fixture.Time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }
        return await running;
    }
}
