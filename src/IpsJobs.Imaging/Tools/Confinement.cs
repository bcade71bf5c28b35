using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Imaging.Tools;

/// <summary>Puts a program behind limits and takes the network from it, with the means this machine has.</summary>
/// <remarks>A foreign document must not reach services beside ours, fill the disk or keep a processor for ever.</remarks>
public sealed class Confinement
{
    // The watcher waits for the end of our side of the pipe, which comes also when this service is killed.
    private const string Watch =
        """
        exec 3<&0
        "$@" 3<&- </dev/null & program=$!
        { read -r _ <&3; kill -9 $program; } >/dev/null 2>&1 & watcher=$!
        wait $program; code=$?
        kill $watcher 2>/dev/null
        exit $code
        """;

    private readonly string? shell = ToolPaths.Find("sh");
    private readonly string[] withoutNetwork;
    private readonly string? limits = ToolPaths.Find("prlimit");

    public Confinement(ILogger<Confinement> logger)
    {
        withoutNetwork = FindNetworkCut();
        if (withoutNetwork.Length == 0)
            logger.LogWarning("Programs that read documents and videos keep the network: unshare is missing or not allowed");
        if (limits is null)
            logger.LogWarning("Programs that read documents and videos have no memory limit: prlimit is missing");
    }

    /// <summary>True when programs end as soon as their standard input does; an encoding would otherwise go on for hours without us.</summary>
    public bool EndsWithInput => shell is not null;

    /// <summary>The command line that runs a program within its limits.</summary>
    public IReadOnlyList<string> Wrap(string path, ToolRun run, ToolOptions options) =>
        [.. shell is null ? Array.Empty<string>() : [shell, "-c", Watch, "sh"], .. withoutNetwork, .. Limits(run, options), path, .. run.Arguments];

    private IEnumerable<string> Limits(ToolRun run, ToolOptions options) => limits is null ? [] :
    [
        limits,
        string.Create(CultureInfo.InvariantCulture, $"--cpu={Math.Max(1, (long)(run.Timeout.TotalSeconds * run.Processors))}"),
        string.Create(CultureInfo.InvariantCulture, $"--as={options.MaxMemory}"),
        string.Create(CultureInfo.InvariantCulture, $"--fsize={options.MaxOutput}"),
        "--core=0",
        "--",
    ];

    // With rights of its own, or as the owner of a user namespace where the kernel lets anybody make one.
    private static string[] FindNetworkCut()
    {
        if (ToolPaths.Find("unshare") is not { } unshare)
            return [];
        foreach (var form in new[] { new[] { unshare, "-n", "--" }, [unshare, "-r", "-n", "--"] })
        {
            if (Works(form))
                return form;
        }
        return [];
    }

    private static bool Works(string[] form)
    {
        var start = new ProcessStartInfo(form[0], [.. form[1..], "true"]) { RedirectStandardError = true };
        using var probe = Process.Start(start);
        probe!.StandardError.ReadToEnd();
        probe.WaitForExit();
        return probe.ExitCode == 0;
    }
}
