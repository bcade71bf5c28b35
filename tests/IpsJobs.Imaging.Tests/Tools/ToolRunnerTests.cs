using System.Diagnostics;
using System.Text;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Configuration;
using IpsJobs.Imaging.Tools;
using IpsJobs.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IpsJobs.Imaging.Tests.Tools;

public sealed class ToolRunnerTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ips-tools-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Run_NamesTheProgram_WhenItIsNotInstalled()
    {
        var run = () => RunAsync(new ToolOptions(), "no-such-program");

        (await run.Should().ThrowAsync<ToolMissingException>()).Which.Tool.Should().Be("no-such-program");
    }

    [ToolFact("sh")]
    public async Task Run_GivesOutputAndErrors_WhenTheProgramEnds()
    {
        var result = await RunAsync(new ToolOptions(), "sh", "-c", "echo out; echo err >&2; exit 3");

        (result.ExitCode, Encoding.ASCII.GetString(result.Output), result.Errors, result.Succeeded).Should().Be((3, "out\n", "err\n", false));
    }

    [ToolFact("env")]
    public async Task Run_ShowsNothingOfOurEnvironment()
    {
        Environment.SetEnvironmentVariable("IPS_SECRET_OF_TEST", "x");

        var result = await RunAsync(new ToolOptions(), "env");

        Encoding.ASCII.GetString(result.Output).Should().Contain("HOME=" + folder.FullName).And.NotContain("IPS_SECRET_OF_TEST");
    }

    [ToolFact("sh", "sleep")]
    public async Task Run_EndsTheChildrenToo_WhenItTakesTooLong()
    {
        var result = await RunAsync(
            new ToolOptions(), TimeSpan.FromMilliseconds(500), "sh", "-c", "sleep 61 & echo $! > child; wait");

        result.TimedOut.Should().BeTrue();
        var child = (await File.ReadAllTextAsync(Path.Combine(folder.FullName, "child"))).Trim();
        IsAlive(child).Should().BeFalse("the child went with its parent");
    }

    [ToolFact("sh", "sleep")]
    public async Task Wrap_EndsTheProgram_WhenWeAreGone()
    {
        var command = new Confinement(NullLogger<Confinement>.Instance).Wrap(
            "/bin/sh", new ToolRun("sh", ["-c", "echo $$; sleep 60; exit 0"], folder.FullName, TimeSpan.FromMinutes(2)), new ToolOptions());
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var program = (await process.StandardOutput.ReadLineAsync())!;
        IsAlive(program).Should().BeTrue();

        // What the kernel does for us when we are killed.
        process.StandardInput.Close();

        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);
        IsAlive(program).Should().BeFalse();
    }

    // Of a process that has ended but was not yet looked after only an empty command line is left.
    private static bool IsAlive(string id) => File.Exists($"/proc/{id}/cmdline") && File.ReadAllText($"/proc/{id}/cmdline").Length > 0;

    [ToolFact("yes")]
    public async Task Run_IsCut_WhenItWritesTooMuch()
    {
        var result = await RunAsync(new ToolOptions { MaxOutput = 100_000 }, "yes");

        result.TimedOut.Should().BeTrue();
    }

    [ToolFact("yes")]
    public async Task Run_IsCut_WhenItWritesMoreThanThisRunMay()
    {
        var result = await RunnerOf(new ToolOptions()).RunAsync(
            new ToolRun("yes", [], folder.FullName, TimeSpan.FromSeconds(20)) { MaxStandardOutput = 50_000 }, CancellationToken.None);

        result.TimedOut.Should().BeTrue();
    }

    [ToolFact("sh", "head")]
    public async Task Run_KeepsTheEndOfTheErrors_WhenTheirLineIsEndless()
    {
        var result = await RunAsync(new ToolOptions(), "sh", "-c", "head -c 20000000 /dev/zero | tr '\\0' x >&2; printf end >&2");

        result.Errors.Should().HaveLength(4096).And.EndWith("xend");
    }

    [ToolFact("prlimit", "dd")]
    public async Task Run_CannotFillTheDisk_WhenItWritesAFile()
    {
        var result = await RunAsync(new ToolOptions { MaxOutput = 100_000 }, "dd", "if=/dev/zero", "of=big", "bs=1000", "count=1000");

        result.Succeeded.Should().BeFalse();
        new FileInfo(Path.Combine(folder.FullName, "big")).Length.Should().BeLessThanOrEqualTo(100_000);
    }

    [ToolFact("prlimit", "unshare", "cat")]
    public async Task Run_HasNoNetworkButItsOwn()
    {
        var result = await RunAsync(new ToolOptions(), "cat", "/proc/net/dev");

        Encoding.ASCII.GetString(result.Output).Split('\n').Skip(2).Where(line => line.Contains(':'))
            .Should().OnlyContain(line => line.TrimStart().StartsWith("lo:"));
    }

    private Task<ToolResult> RunAsync(ToolOptions options, string program, params string[] arguments) =>
        RunAsync(options, TimeSpan.FromSeconds(20), program, arguments);

    private Task<ToolResult> RunAsync(ToolOptions options, TimeSpan timeout, string program, params string[] arguments) =>
        RunnerOf(options).RunAsync(new ToolRun(program, arguments, folder.FullName, timeout), CancellationToken.None);

    private static ToolRunner RunnerOf(ToolOptions options) => new(
        new Confinement(NullLogger<Confinement>.Instance), Options.Create(options), new ServerClock(TimeProvider.System, TimeZoneInfo.Utc));
}
