using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.AutoSets;
using IpsJobs.Handlers.Tests.AutoSets;

namespace IpsJobs.Handlers.Tests.AutomatedSetGeneration;

public sealed class AutomatedSetGenerationHandlerTests : IDisposable
{
    private readonly SetFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Run_MakesASetPerBaseName_InTheOrderOfTheSequence()
    {
        var preset = fixture.Preset(
            "ImageSet", @"(?!sw)(\w+?)_\w+", ("sequence", ".*_main,.*_alt[0-9]+"), ("suffix", "-SET"), ("destFolder", "/Sets/"));
        var images = fixture.Images("shoe_alt10", "shoe_zoom", "shoe_alt2", "shoe_main", "boot_main", "swatch_1");

        await fixture.RunAsync(images, preset);

        fixture.Members("shoe-SET").Should().Equal("shoe_main", "shoe_alt2", "shoe_alt10", "shoe_zoom");
        fixture.Members("boot-SET").Should().Equal("boot_main");
        var set = fixture.Set("shoe-SET");
        set.Content.Should().BeEquivalentTo(new { Type = AssetTypes.ImageSet, SubType = "", Folder = "Sample/Sets/" });
        set.ReadyForPublish.Should().BeTrue();
        set.Content.Details.ThumbnailAssetId.Should().Be(images[3]);
        fixture.Rows.Select(r => (r.LogType, r.AssetName, r.FileType)).Should().BeEquivalentTo(
        [
            (LogTypes.UploadSuccess, "shoe-SET", LogFileTypes.ImageSet),
            (LogTypes.UploadSuccess, "boot-SET", LogFileTypes.ImageSet),
            (LogTypes.UploadWarning, "swatch_1", LogFileTypes.NoType),
        ]);
        fixture.Uploads.Counters.Should().BeEquivalentTo(new { TotalFile = 2, FileSuccess = 2, FileWarning = 1, FileError = 0 });
    }

    [Fact]
    public async Task Run_PutsLaterMembersBetweenEarlierOnes_AndRemovesNone()
    {
        var preset = fixture.Preset("SpinSet", @"(\w+)-RED-\d+", ("suffix", "-RED-SET"));
        var images = fixture.Images("0123-RED-01", "0123-RED-03", "0123-RED-02");
        var stranger = fixture.Image("Another");
        await RunNewAsync([images[0]], preset);
        fixture.Uploads.Assets.Apply(new EditAsset(fixture.Set("0123-RED-SET").AssetId, 7)
        {
            Members = [new SetMember(stranger), new SetMember(images[0])],
        });

        await RunNewAsync([images[1]], preset);
        await RunNewAsync([images[2]], preset);

        fixture.Members("0123-RED-SET").Should().Equal("0123-RED-01", "0123-RED-02", "0123-RED-03", "Another");
        fixture.Rows.Count(r => r.LogType == LogTypes.FileUpdated).Should().Be(1);
    }

    [Fact]
    public async Task Run_ChangesNothing_WhenTheSetHasAllItsMembers()
    {
        var preset = fixture.Preset("ImageSet", @"(\w+)_\d", ("suffix", "-SET"));
        var images = fixture.Images("a_1", "a_2");
        await RunNewAsync(images, preset);
        var before = fixture.Set("a-SET");
        fixture.Uploads.Time.Advance(TimeSpan.FromHours(1));

        await RunNewAsync(images, preset);

        fixture.Set("a-SET").ModifiedUtc.Should().Be(before.ModifiedUtc);
        fixture.Rows.Should().ContainSingle().Which.LogType.Should().Be(LogTypes.DuplicateSkipped);
        fixture.Uploads.Counters.Should().BeEquivalentTo(new { TotalFile = 1, FileDuplicate = 1 });
    }

    [Fact]
    public async Task Run_GivesEveryMemberItsCell_AndLeavesOutWhatHasNone()
    {
        var preset = fixture.Preset(
            "MultiAxisSpinSet", @"(\w+)-\w+-\w+", ("row", @"\w+-(\d+)-\w+"), ("column", @"\w+-\w+-(\d+)"), ("suffix", "-SPIN"));
        var images = fixture.Images("car-02-01", "car-01-10", "car-01-02", "car-top-01", "car-1-2");

        await fixture.RunAsync(images, preset);

        var set = fixture.Set("car-SPIN");
        (set.Content.Type, set.Content.SubType).Should().Be((AssetTypes.AssetSet, AssetSetSubTypes.MultiAxisSpinSet));
        set.Content.Members!.Select(m => (m.Row, m.Column)).Should().Equal((1, 2), (1, 10), (2, 1));
        fixture.Members("car-SPIN").Should().Equal("car-01-02", "car-01-10", "car-02-01");
        fixture.Rows.Should().ContainSingle(r => r.LogType == LogTypes.UploadError).Which.AssetName.Should().Be("car-top-01");
        fixture.Rows.Single(r => r.LogType == LogTypes.UploadSuccess).Aux.Should().ContainSingle()
            .Which.Should().Match<AuxEntry>(a => a.LogType == LogTypes.UploadError && a.Message.Arguments[0] == "car-1-2");
        fixture.Uploads.Counters.Should().BeEquivalentTo(new { TotalFile = 2, FileSuccess = 1, FileError = 1 });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_TakesGeneratedImages_OnlyIfThePresetIncludesThem(bool include)
    {
        var preset = fixture.Preset("ImageSet", @"(\w+)_\d", ("suffix", "-SET"), ("includeDerived", include ? "true" : "false"));
        var source = fixture.Image("a_1");
        fixture.Image("a_2", madeFrom: source);

        await fixture.RunAsync([source], preset);

        fixture.Members("a-SET").Should().Equal(include ? ["a_1", "a_2"] : ["a_1"]);
    }

    [Fact]
    public async Task Run_LeavesTheAssetAlone_WhenTheNameBelongsToAnotherType()
    {
        var preset = fixture.Preset("ImageSet", @"(\w+)_\d");
        var images = fixture.Images("a_1", "a");

        await fixture.RunAsync([images[0]], preset);

        fixture.Rows.Should().ContainSingle().Which.Should().Match<LogRow>(
            r => r.LogType == LogTypes.UploadError && r.Message.Key == "Log.Set.NameTaken");
        fixture.Uploads.Asset("a").Content.Type.Should().Be(AssetTypes.Image);
        fixture.Uploads.Counters.Should().BeEquivalentTo(new { TotalFile = 1, FileError = 1 });
    }

    [Fact]
    public async Task Run_MakesNoSet_WhenTheNameIsReservedInTheTrash()
    {
        var preset = fixture.Preset("ImageSet", @"(\w+)_\d", ("suffix", "-SET"));
        var image = fixture.Image("a_1");
        await RunNewAsync([image], preset);
        fixture.Uploads.Assets.Apply(new TrashAsset(fixture.Set("a-SET").AssetId, 7));

        await RunNewAsync([image], preset);

        fixture.Rows.Should().ContainSingle().Which.Message.Key.Should().Be("Log.Set.NameInTrash");
    }

    [Fact]
    public async Task Run_HoldsAThousandMembers_AndWarnsOfTheRest()
    {
        var preset = fixture.Preset("ImageSet", @"(\w)\d+", ("suffix", "-SET"));
        var images = Enumerable.Range(1, SetMerge.MaxMembers + 2).Select(i => fixture.Image($"a{i}")).ToList();
        await RunNewAsync(images.Take(SetMerge.MaxMembers), preset);

        await RunNewAsync(images.Skip(SetMerge.MaxMembers - 1), preset);

        fixture.Set("a-SET").Content.Members.Should().HaveCount(SetMerge.MaxMembers);
        fixture.Rows.Should().ContainSingle().Which.Aux.Should().ContainSingle(a => a.Message.Key == "Log.Set.TooManyMembers");
    }

    [Fact]
    public async Task Run_NamesTheSetWithoutForbiddenCharacters()
    {
        var preset = fixture.Preset("ImageSet", @"(\w+)_\d", ("prefix", "my/"), ("suffix", "*set?"));

        await fixture.RunAsync([fixture.Image("a_1")], preset);

        fixture.Set("myaset").Content.Folder.Should().Be("Sample/");
    }

    [Fact]
    public async Task Run_GivesThePresetUp_WhenItsExpressionExplodes()
    {
        var slow = fixture.Preset("ImageSet", @"(\w+\w+)+!");
        var good = fixture.Preset("ImageSet", @"(\w+)_\d", ("suffix", "-SET"));
        var images = fixture.Images(new string('x', 60), "a_1");

        await fixture.RunAsync(images, slow, good);

        fixture.Rows.Should().ContainSingle(r => r.LogType == LogTypes.UploadError).Which.Message.Key.Should().Be("Log.Set.PresetTooSlow");
        fixture.Members("a-SET").Should().Equal("a_1");
        fixture.Uploads.Counters.Should().BeEquivalentTo(new { TotalFile = 2, FileSuccess = 1, FileError = 1 });
    }

    [Fact]
    public async Task Run_DoesNothingTwice_WhenItGoesOnAfterAnInterruption()
    {
        var preset = fixture.Preset("ImageSet", @"(\w+)_\d", ("suffix", "-SET"));
        var images = fixture.Images("a_1", "b_1", "c_1", "none");
        fixture.Uploads.Store.BeforeCommit = item => _ = item.Row.AssetName == "c-SET" ? throw new OperationCanceledException() : item;
        var first = () => fixture.RunAsync(images, preset);
        await first.Should().ThrowAsync<OperationCanceledException>();
        fixture.Uploads.Store.BeforeCommit = null;
        fixture.Uploads.Interrupt();

        await fixture.RunAsync(images, preset);

        fixture.Rows.Select(r => r.AssetName).Should().BeEquivalentTo("a-SET", "b-SET", "c-SET", "none");
        fixture.Uploads.Assets.All.Count(a => a.Content.Type == AssetTypes.ImageSet).Should().Be(3);
        fixture.Uploads.Counters.Should().BeEquivalentTo(new { TotalFile = 3, FileSuccess = 3, FileWarning = 1 });
    }

    [Fact]
    public async Task Run_EndsFatally_WhenNoPresetIsLeft()
    {
        var preset = fixture.Preset("ImageSet", @"(\w+)_\d");
        var image = fixture.Image("a_1");
        fixture.Uploads.Parts.Properties.Clear();

        var run = () => fixture.RunAsync([image], preset);

        (await run.Should().ThrowAsync<FatalJobException>()).Which.Reason.Key.Should().Be("Log.Fatal.NoSetPreset");
        fixture.Rows.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_RunsNoPreset_WhenNoneIsListed()
    {
        fixture.Preset("ImageSet", @"(\w+)_\d", ("suffix", "-SET"));

        await fixture.RunAsync([fixture.Image("a_1")]);

        fixture.Uploads.Assets.All.Should().ContainSingle();
        fixture.Rows.Should().ContainSingle().Which.Message.Key.Should().Be("Log.Set.Unmatched");
    }

    [Fact]
    public async Task Run_Stops_BetweenTwoSets()
    {
        var preset = fixture.Preset("ImageSet", @"(\w+)_\d", ("suffix", "-SET"));
        var images = fixture.Images("a_1", "b_1");
        fixture.Uploads.Store.BeforeCommit = item =>
        {
            if (item.Row.AssetName == "a-SET")
                fixture.Uploads.Stop();
        };

        var run = () => fixture.RunAsync(images, preset);

        await run.Should().ThrowAsync<JobStoppedException>();
        fixture.Rows.Should().ContainSingle().Which.AssetName.Should().Be("a-SET");
    }

    private Task RunNewAsync(IEnumerable<long> assets, params string[] presets)
    {
        fixture.Uploads.Jobs.Items.Clear();
        fixture.Uploads.Jobs.Instances.Clear();
        return fixture.RunAsync(assets, presets);
    }
}
