using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.CommandLine;

public sealed class DemoTests
{
    [Fact]
    public async Task Demo_ShowsBothJobsAndWhatTheyLeft_WhenItIsRunToItsEnd()
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
            "BeginUploadUrls: total 4, success 4",
            "MB resident when idle");
        demo.Output.Should().NotContain("Log.").And.NotContain("Progress.");
    }
}
