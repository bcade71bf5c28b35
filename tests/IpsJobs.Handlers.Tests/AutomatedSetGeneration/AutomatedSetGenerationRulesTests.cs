using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.AutomatedSetGeneration;
using IpsJobs.Handlers.Tests.AutoSets;
using IpsJobs.Testing.Accounts;

namespace IpsJobs.Handlers.Tests.AutomatedSetGeneration;

public sealed class AutomatedSetGenerationRulesTests : IDisposable
{
    private readonly SetFixture fixture = new();
    private readonly AutomatedSetGenerationJob job;

    public AutomatedSetGenerationRulesTests() =>
        job = SetFixture.Job([fixture.Image("a_1")], fixture.Preset("ImageSet", @"(\w+)_\d"));

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Check_StandsInTheLaneOfUploads() => (await CheckAsync()).LaneKey.Should().Be(Lanes.Upload(fixture.Uploads.Company.CompanyId));

    [Fact]
    public async Task Check_RefusesWhatIsMissing()
    {
        await RefusesAsync(FaultCodes.MissingParameter, "j/assetHandleArray", j => j.AssetHandleArray = new HandleArray());
        await RefusesAsync(FaultCodes.MissingParameter, "j/readyForPublish", j => j.ReadyForPublish = null);
        await RefusesAsync(FaultCodes.MissingParameter, "j/autoSetCreationOptions", j => j.AutoSetCreationOptions = null);
        await RefusesAsync(FaultCodes.MissingParameter, "j/emailSetting", j => j.EmailSetting = null);
    }

    [Fact]
    public async Task Check_RefusesHandlesThatNameNothingOfTheCompany()
    {
        await RefusesAsync(FaultCodes.InvalidParameter, "a|99999 j/assetHandleArray/items[2]", j => j.AssetHandleArray!.Items.Add("a|99999"));
        await RefusesAsync(
            FaultCodes.InvalidParameter, "ps|77 j/autoSetCreationOptions/autoSetsArray/items[2]",
            j => j.AutoSetCreationOptions!.AutoSetsArray!.Items.Add("ps|77"));
        await RefusesAsync(FaultCodes.InvalidParameter, "a/../b j/destFolder", j => j.DestFolder = "a/../b");
    }

    [Fact]
    public async Task Check_RefusesMoreAssetsThanAllowed() => await RefusesAsync(
        FaultCodes.InvalidParameter, "j/assetHandleArray 1000",
        j => j.AssetHandleArray!.Items.AddRange(Enumerable.Repeat("a|1", AssetLookup.MaxHandles)));

    [Theory]
    [InlineData("setType", "Collage")]
    [InlineData("match", "(")]
    [InlineData("sequence", "a,(")]
    [InlineData("destFolder", "../x")]
    [InlineData("active", "false")]
    public async Task Check_RefusesAPresetThatCannotBeUsed(string property, string value)
    {
        var properties = new Dictionary<string, string> { ["setType"] = "ImageSet", ["match"] = "(a)", [property] = value };
        var preset = fixture.Uploads.Parts.Properties.Add(
            fixture.Uploads.Company.CompanyId, PropertySetTypeNames.BatchSetPreset, [.. properties.Select(p => (p.Key, p.Value))]);
        job.AutoSetCreationOptions!.AutoSetsArray!.Items[0] = preset;

        var check = () => CheckAsync();

        var fault = (await check.Should().ThrowAsync<RuleViolationException>()).Which;
        fault.Code.Should().Be(FaultCodes.InvalidParameter);
        fault.Reason.Arguments[1].Should().Be("j/autoSetCreationOptions/autoSetsArray/items[1]");
    }

    private async Task RefusesAsync(int code, string arguments, Action<AutomatedSetGenerationJob> spoil)
    {
        var spoilt = SetFixture.Job([1], [.. job.AutoSetCreationOptions!.AutoSetsArray!.Items]);
        spoil(spoilt);
        var check = () => CheckAsync(spoilt);
        var fault = (await check.Should().ThrowAsync<RuleViolationException>()).Which;
        (fault.Code, string.Join(' ', fault.Reason.Arguments)).Should().Be((code, arguments));
    }

    private Task<BlockPlan> CheckAsync() => CheckAsync(job);

    private Task<BlockPlan> CheckAsync(AutomatedSetGenerationJob block) =>
        new AutomatedSetGenerationRules(new AssetLookup(fixture.Uploads.Assets), fixture.Uploads.Parts.Presets)
            .CheckAsync(new BlockContext(block, "j", fixture.Uploads.Company, AnAccount.Of(7), RunsNow: true), CancellationToken.None).AsTask();
}
