using System.Diagnostics;
using IpsJobs.Imaging.Tools;

namespace IpsJobs.Server.Demo;

/// <summary>Makes a video of one second, where the machine has the program for it.</summary>
internal static class SampleVideo
{
    /// <summary>The program that is needed.</summary>
    public const string Program = "ffmpeg";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Null when the program is missing or could not make it.</summary>
    public static async Task<byte[]?> FindAsync(CancellationToken cancellationToken)
    {
        if (ToolPaths.Find(Program) is not { } path)
            return null;
        var folder = Directory.CreateTempSubdirectory("ipsjobs-video-");
        try
        {
            var target = Path.Combine(folder.FullName, "video.mp4");
            await RunAsync(path, target, cancellationToken);
            return File.Exists(target) ? await File.ReadAllBytesAsync(target, cancellationToken) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(string path, string target, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "-nostdin", "-v", "error", "-f", "lavfi", "-i", "testsrc=duration=1:size=160x120:rate=10",
            "-c:v", "mpeg4", "-pix_fmt", "yuv420p", "-y", target,
        ];
        using var process = Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
