using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Handlers.OptimizeImages;
using IpsJobs.Handlers.Tests.UrlUpload;

namespace IpsJobs.Handlers.Tests.OptimizeImages;

public sealed class OptimizeImagesHandlerTests : IDisposable
{
    private readonly UploadFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Run_MakesOnlyWhatIsMissingOrBroken_WithTheStoredCropAndOptions()
    {
        var job = UploadFixture.Job(
            (fixture.Serve("/a", UploadFixture.Picture()), "a.png"), (fixture.Serve("/b", UploadFixture.Picture(grey: 1)), "b.png"),
            (fixture.Serve("/c", UploadFixture.Picture(grey: 2)), "c.png"));
        job.ManualCropOptions = new Contracts.ManualCropOptions { Left = 7, Right = 0, Top = 0, Bottom = 0 };
        job.KnockoutBackgroundOptions = new Contracts.KnockoutBackgroundOptions { Corner = Corners.UpperLeft, FillMethod = FillMethods.MatchPixel };
        await fixture.RunAsync(job);
        var before = fixture.Asset("c").Content.Optimized;
        File.Delete(OptimizedOf("a"));
        await File.WriteAllTextAsync(OptimizedOf("b"), "broken");

        await OptimizeAsync();

        fixture.Rows.Skip(3).Select(r => (r.LogType, r.AssetName)).Order().Should().Equal(
            (LogTypes.ReoptimizeSuccess, "a"), (LogTypes.ReoptimizeSuccess, "b"));
        fixture.Asset("c").Content.Optimized.Should().Be(before);
        using var picture = fixture.Picture(fixture.Asset("a"));
        (picture.Width, picture.Getpoint(3, 3)[^1]).Should().Be((33, 0));
        fixture.Asset("a").Content.Details.Crop.Should().Be(new CropAmounts(7, 0, 0, 0));
    }

    [Fact]
    public async Task Run_ReportsAFailure_WhenTheOriginalCannotBeRead()
    {
        await fixture.RunAsync((fixture.Serve("/a", UploadFixture.Picture()), "a.png"));
        File.Delete(OptimizedOf("a"));
        await File.WriteAllTextAsync(fixture.Original("a.png"), "broken");

        await OptimizeAsync();

        fixture.Rows[^1].LogType.Should().Be(LogTypes.ReoptimizeFailure);
    }

    private string OptimizedOf(string name) => fixture.Data.Optimized("Sample/").Resolve(fixture.Asset(name).Content.Optimized!.Path);

    private async Task OptimizeAsync() => await new OptimizeImagesHandler(fixture.Assets, fixture.Optimizer, fixture.Parts.Pictures, fixture.Data)
        .RunAsync(await fixture.CreateRunAsync(UploadFixture.Job()), CancellationToken.None);
}
