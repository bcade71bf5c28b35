using System.IO.Compression;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.Tests.Publishing;

namespace IpsJobs.Handlers.Tests.Export;

public sealed class ExportHandlerTests : IDisposable
{
    private readonly PublishFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Run_StoresOriginalsInFolders_UnderTheirAssetNames()
    {
        var picture = fixture.AddImage("Picture");
        var list = fixture.AddFile(AssetTypes.Pdf, "Price list.pdf", "a list", "Lists/2026/");

        await RunAsync(ExportFormats.Orig, picture, list);

        Entries().Should().Equal(("Pictures/Picture.jpg", "original of Picture"), ("Lists/2026/Price list.pdf", "a list"));
        using var zip = Open();
        zip.Entries.Should().OnlyContain(e => e.CompressedLength == e.Length, "files are stored, not compressed");
        fixture.Jobs.Rows.Where(r => r.AssetId is not null).Select(r => r.LogType)
            .Should().Equal(LogTypes.ReturnSuccess, LogTypes.ReturnSuccess);
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 2, FileSuccess = 2, FileError = 0 });
    }

    [Fact]
    public async Task Run_SaysInTheEndRow_WhereTheArchiveIsAndHowLong()
    {
        await RunAsync(ExportFormats.Orig, fixture.AddImage("Picture"));

        DownloadMessage.TryRead(fixture.LastRun!.End.Message!, out var address, out var expires).Should().BeTrue();
        var archive = fixture.Exports.Archives.Single();
        address.Should().Be($"/scene7/export/{archive.Token}");
        archive.Token.Should().HaveLength(43, "256 bits cannot be guessed");
        expires.Should().Be(fixture.Time.GetUtcNow().AddDays(7)).And.Be(archive.ExpiresUtc);
        archive.FileName.Should().Be("Nightly.zip");
        archive.Size.Should().Be(new FileInfo(fixture.Data.Exports.Resolve(archive.Path)).Length);
    }

    // The total is the number of assets; it once was one more.
    [Fact]
    public async Task Run_CountsAssetsAndNothingElse_WhenSomeFail()
    {
        var picture = fixture.AddImage("Picture");
        var lost = fixture.AddImage("Lost");
        File.Delete(fixture.Data.Originals("SampleCompany/").Resolve("Pictures/Lost.jpg"));
        var trashed = fixture.Change(fixture.AddImage("Trashed"), a => a with { TrashState = TrashStates.InTrash });
        var set = fixture.AddSet(AssetTypes.ImageSet, "Set", picture);
        var template = fixture.AddSet(AssetTypes.Template, "Template");

        await RunAsync(ExportFormats.Orig, picture, lost, trashed, set, template, picture);

        fixture.Jobs.Rows.Where(r => r.LogType == LogTypes.GetFailure).Select(r => (r.AssetName, r.Message.Key)).Should().Equal(
            ("Lost", "Log.Export.FileMissing"),
            ("Trashed", "Log.Export.Gone"),
            ("Set", "Log.Export.NotExportable"),
            ("Template", "Log.Export.NoOriginal"));
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 5, FileSuccess = 1, FileError = 4 });
        Entries().Should().ContainSingle();
    }

    [Fact]
    public async Task Run_MakesNoArchive_WhenNothingCanBeExported()
    {
        await RunAsync(ExportFormats.Orig, fixture.AddSet(AssetTypes.SpinSet, "Spin"));

        fixture.Exports.Archives.Should().BeEmpty();
        fixture.LastRun!.End.Message.Should().BeNull();
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 1, FileError = 1 });
    }

    [Fact]
    public async Task Run_NumbersNames_ThatDifferInNothingButCase()
    {
        var one = fixture.AddFile(AssetTypes.Pdf, "List.pdf", "one");
        var two = fixture.Change(fixture.AddFile(AssetTypes.Word, "list.pdf", "two"), a => a with { Name = "list" });

        await RunAsync(ExportFormats.Orig, one, two);

        Entries().Select(e => e.Name).Should().Equal("Files/List.pdf", "Files/list-2.pdf");
    }

    [Fact]
    public async Task Run_Converts_AndLetsThePresetNameTheFormat()
    {
        fixture.Properties.Add(
            fixture.Company.CompanyId, PropertySetTypeNames.ImagePreset, ("name", "test"), ("definition", "fmt=tif&hei=20"));

        await ConvertAsync("&fmt=png&wid=10", "$test$", fixture.AddImage("Picture"));

        Entries().Should().Equal(("Pictures/Picture.tiff", "tif of optimised form of Picture"));
        fixture.Converter.Asked.Single().Should().BeEquivalentTo(new { Width = 10, Height = 20 });
    }

    [Fact]
    public async Task Run_ConvertsTheGeneratedPagesOfADocument_AndExportsOtherFilesAsTheyAre()
    {
        var guide = fixture.AddFile(AssetTypes.Pdf, "Guide.pdf");
        foreach (var page in new[] { "Guide_01", "Guide_02" })
            fixture.Change(fixture.AddImage(page), a => a with
            {
                Content = a.Content with { Generation = new Generation(guide.AssetId, GenerationEngines.PostScriptRip, page) },
            });
        var plain = fixture.AddFile(AssetTypes.Pdf, "Plain.pdf", "plain");
        var song = fixture.AddFile(AssetTypes.Audio, "Song.mp3", "song");

        await ConvertAsync("&fmt=png", macro: null, guide, plain, song);

        Entries().Select(e => e.Name).Should().Equal(
            "Pictures/Guide_01.png", "Pictures/Guide_02.png", "Files/Plain.pdf", "Files/Song.mp3");
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 3, FileSuccess = 3, TransferSuccess = 4 });
    }

    [Fact]
    public async Task Run_NamesTheUnknownCommand_OnlyForAssetsThatNeedConversion()
    {
        await ConvertAsync("wid=10&warp=3", macro: null, fixture.AddImage("Picture"), fixture.AddFile(AssetTypes.Audio, "Song.mp3"));

        var failure = fixture.Jobs.Rows.Single(r => r.LogType == LogTypes.GetFailure);
        failure.Message.Arguments.Should().Equal("Picture", "warp=3");
        Entries().Select(e => e.Name).Should().Equal("Files/Song.mp3");
    }

    [Fact]
    public async Task Run_NamesThePreset_WhenTheCompanyHasNoSuchOne()
    {
        await ConvertAsync(modifier: null, "$nobody$", fixture.AddImage("Picture"));

        fixture.Jobs.Rows.Single(r => r.LogType == LogTypes.GetFailure).Message.Arguments.Should().Contain("$nobody$");
    }

    [Fact]
    public async Task Run_AppliesTheCommandsOfAView_ToTheImageItWasMadeFrom()
    {
        var picture = fixture.AddImage("Picture");
        var view = fixture.Change(fixture.AddSet(AssetTypes.AdjustedView, "View"), a => a with
        {
            Content = a.Content with
            {
                Generation = new Generation(picture.AssetId, GenerationEngines.ImageConvert, "view"),
                Details = new AssetDetails { UrlModifier = "crop=0,0,5,5" },
            },
        });

        await ConvertAsync("wid=10", macro: null, view);

        fixture.Converter.Asked.Single().Should().BeEquivalentTo(new { Width = 10, Crop = new { Width = 5.0 } });
        Entries().Should().Equal(("Sets/View.jpg", "jpeg of optimised form of Picture"));
    }

    [Fact]
    public async Task Run_FailsAsAWhole_WhenTheArchiveWouldBecomeTooLarge()
    {
        using var small = new PublishFixture(maxExport: 700);
        var one = small.AddFile(AssetTypes.Pdf, "One.pdf", new string('x', 300));
        var two = small.AddFile(AssetTypes.Pdf, "Two.pdf", new string('x', 300));

        var run = () => RunAsync(small, Job(ExportFormats.Orig, [one, two]));

        (await run.Should().ThrowAsync<FatalJobException>()).Which.Reason.Key.Should().Be("Log.Export.TooLarge");
        small.Exports.Archives.Should().BeEmpty();
        Directory.Exists(small.Data.Exports.Root).Should().BeFalse();
    }

    [Fact]
    public async Task Run_BuildsTheArchiveAnew_WhenResumed()
    {
        var (one, two) = (fixture.AddImage("One"), fixture.AddImage("Two"));
        var job = Job(ExportFormats.Orig, [one, two]);
        fixture.Jobs.OnCommit = rows =>
        {
            if (rows == 2)
                throw new InvalidOperationException("cut off");
        };
        var run = () => RunAsync(fixture, job);
        await run.Should().ThrowAsync<InvalidOperationException>();
        fixture.Jobs.OnCommit = _ => { };

        await fixture.RerunAsync(JobTypes.Export, job);

        Entries().Select(e => e.Name).Should().Equal("Pictures/One.jpg", "Pictures/Two.jpg");
        fixture.Jobs.Rows.Count(r => r.LogType == LogTypes.ReturnSuccess).Should().Be(2);
        fixture.Jobs.Counters.TotalFile.Should().Be(2);
    }

    [Fact]
    public async Task Run_KeepsItsArchive_WhenResumedAfterTheLastAsset()
    {
        var job = Job(ExportFormats.Orig, [fixture.AddImage("One")]);
        await RunAsync(fixture, job);
        var token = fixture.Exports.Archives.Single().Token;

        await fixture.RerunAsync(JobTypes.Export, job);

        fixture.Exports.Archives.Should().ContainSingle();
        fixture.LastRun!.End.Message!.Arguments[0].Should().EndWith(token);
    }

    [Fact]
    public async Task Run_CancelsWhatIsNotBegun_WhenStopped()
    {
        fixture.Jobs.OnCommit = rows =>
        {
            if (rows == 1)
                fixture.Stop();
        };

        var run = () => RunAsync(ExportFormats.Orig, fixture.AddImage("One"), fixture.AddImage("Two"));

        await run.Should().ThrowAsync<JobStoppedException>();
        fixture.Jobs.Rows.Count(r => r.LogType == LogTypes.FileCancel).Should().Be(2);
        fixture.Exports.Archives.Should().BeEmpty();
    }

    private static ExportJob Job(string fmt, IEnumerable<StoredAsset> assets)
    {
        var handles = new HandleArray();
        foreach (var asset in assets)
            handles.Items.Add($"a|{asset.AssetId}");
        return new ExportJob { AssetHandleArray = handles, Fmt = fmt, EmailSetting = EmailSettings.None };
    }

    private static Task RunAsync(PublishFixture fixture, ExportJob job) => fixture.RunAsync(JobTypes.Export, job);

    private Task RunAsync(string fmt, params StoredAsset[] assets) => RunAsync(fixture, Job(fmt, assets));

    private Task ConvertAsync(string? modifier, string? macro, params StoredAsset[] assets)
    {
        var job = Job(ExportFormats.Convert, assets);
        job.IsModifier = modifier;
        job.Macro = macro;
        return RunAsync(fixture, job);
    }

    private ZipArchive Open() => ZipFile.OpenRead(fixture.Data.Exports.Resolve(fixture.Exports.Archives.Single().Path));

    private List<(string Name, string Text)> Entries()
    {
        using var zip = Open();
        return zip.Entries.Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return (e.FullName, reader.ReadToEnd());
        }).ToList();
    }
}
