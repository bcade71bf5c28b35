using IpsJobs.Contracts;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.CommandLine;

public sealed class DemoTests
{
    [Fact]
    public async Task Demo_RunsAJobOfEveryTypeAndShowsWhatItLeft_WhenAllAreAskedFor()
    {
        var demo = await ServerProgram.RunAsync(["demo", "--exit", "--all"]);

        demo.ExitCode.Should().Be(0, demo.Output + demo.Errors);
        demo.Output.Should().ContainAll(
            "<jobHandle>47|My Upload|</jobHandle>",
            "<jobHandle>47|My Test Job|</jobHandle>",
            "UploadSuccess",
            "ImageServingPublishSuccess",
            "To: demo@example.com",
            "SampleCompany.ini",
            "SampleCompany.images.cat",
            "uploadUrlsJob (UrlUpload): total 4, success 4",
            "MB resident when idle");
        var lines = demo.Output.Split('\n').Where(l => JobBlocks.ElementNames.Append("uploadPost").Contains(l.Split(' ')[0])).ToList();
        lines.Select(l => l.Split(' ')[0]).Should().BeEquivalentTo(JobBlocks.ElementNames.Select(n => n == "uploadPostJob" ? "uploadPost" : n));
        lines.Should().AllSatisfy(l => l.Should().Contain("error 0").And.MatchRegex("; (left [1-9]|made )"));
        lines.Should().ContainSingle(l => l.Contains("; made ImageSet SampleCompany/Sets/", StringComparison.Ordinal));
        demo.Output.Should().NotContain("Log.").And.NotContain("Progress.");
    }
}
