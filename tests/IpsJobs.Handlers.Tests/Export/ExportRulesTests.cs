using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Tests.Publishing;
using IpsJobs.Testing.Accounts;

namespace IpsJobs.Handlers.Tests.Export;

public sealed class ExportRulesTests : IDisposable
{
    private readonly PublishFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Check_GivesTheLaneOfExports() =>
        (await CheckAsync(_ => { })).Should().Be(new BlockPlan(Lanes.Export(fixture.Company.CompanyId)));

    public static TheoryData<string, int, Action<ExportJob>> Refusals => new()
    {
        { "exportJob/assetHandleArray", FaultCodes.MissingParameter, job => job.AssetHandleArray = null },
        { "exportJob/fmt", FaultCodes.MissingParameter, job => job.Fmt = "" },
        { "exportJob/emailSetting", FaultCodes.MissingParameter, job => job.EmailSetting = null },
        { "exportJob/is_modifier", FaultCodes.MissingParameter, job => job.Fmt = ExportFormats.Convert },
        { "exportJob/fmt", FaultCodes.InvalidParameter, job => job.Fmt = "Orig" },
        { "exportJob/macro", FaultCodes.InvalidParameter, job => job.Macro = "test" },
        { "exportJob/emailSetting", FaultCodes.InvalidParameter, job => job.EmailSetting = "all" },
        { "exportJob/assetHandleArray/items[2]", FaultCodes.InvalidParameter, job => job.AssetHandleArray!.Items.Add("a|999") },
        { "exportJob/assetHandleArray/items[2]", FaultCodes.InvalidParameter, job => job.AssetHandleArray!.Items.Add("nonsense") },
        { "exportJob/assetHandleArray/items[2]", FaultCodes.InvalidParameter, job => job.AssetHandleArray!.Items.Add("a|100|25|100") },
        {
            "exportJob/assetHandleArray",
            FaultCodes.InvalidParameter,
            job => job.AssetHandleArray!.Items.AddRange(Enumerable.Repeat("a|100", 500))
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Check_NamesTheElement(string path, int code, Action<ExportJob> change)
    {
        var check = () => CheckAsync(change);

        var fault = (await check.Should().ThrowAsync<RuleViolationException>()).Which;
        fault.Code.Should().Be(code);
        fault.Reason.Arguments.Should().Contain(path);
    }

    private async Task<BlockPlan> CheckAsync(Action<ExportJob> change)
    {
        var asset = fixture.AddImage("Picture");
        var handles = new HandleArray();
        handles.Items.Add($"a|{asset.AssetId}");
        var job = new ExportJob { AssetHandleArray = handles, Fmt = ExportFormats.Orig, EmailSetting = EmailSettings.None };
        change(job);
        var context = new BlockContext(job, "exportJob", fixture.Company, AnAccount.Of(1), RunsNow: true);
        return await fixture.Types.RulesOf(fixture.Types.Get(JobTypes.Export)).CheckAsync(context, CancellationToken.None);
    }
}
