using System.Diagnostics;
using System.Globalization;

namespace IpsJobs.Testing.Media;

/// <summary>A tiny video: red first, blue from the middle on, with a tone. Needs ffmpeg.</summary>
public sealed record SampleVideo
{
    public int Width { get; init; } = 160;

    public int Height { get; init; } = 120;

    public int Rate { get; init; } = 10;

    /// <summary>Whole length.</summary>
    public double Seconds { get; init; } = 2;

    public bool Silent { get; init; }

    /// <summary>Degrees by which a player turns the picture.</summary>
    public int Rotation { get; init; }

    /// <summary>What the file says about itself, by names of ffmpeg.</summary>
    public IReadOnlyList<(string Name, string Value)> Tags { get; init; } = [];

    /// <summary>Writes the video; its form follows from the extension.</summary>
    /// <returns>The path.</returns>
    public async Task<string> WriteAsync(string path)
    {
        var half = Number(Seconds / 2);
        var size = Number(Width) + "x" + Number(Height);
        var plain = Rotation == 0 ? path : Path.ChangeExtension(path, ".plain" + Path.GetExtension(path));
        await RunAsync(
            [
                "-f", "lavfi", "-i", $"color=red:size={size}:rate={Rate}:duration={half}",
                "-f", "lavfi", "-i", $"color=blue:size={size}:rate={Rate}:duration={half}",
                "-f", "lavfi", "-i", $"sine=frequency=440:duration={Number(Seconds)}",
                "-filter_complex", "[0:v][1:v]concat=n=2[v]",
                "-map", "[v]", .. Silent ? Array.Empty<string>() : ["-map", "2:a"],
                "-pix_fmt", "yuv420p", .. Arguments(Tags), plain,
            ]);
        if (plain != path)
            await TurnAsync(plain, path);
        return path;
    }

    /// <summary>Writes a tone of one second; its form follows from the extension.</summary>
    public static async Task<string> WriteSoundAsync(string path, params (string Name, string Value)[] tags)
    {
        await RunAsync(["-f", "lavfi", "-i", "sine=frequency=440:duration=1", .. Arguments(tags), path]);
        return path;
    }

    /// <summary>Times in seconds of the frames that stand for themselves.</summary>
    public static async Task<IReadOnlyList<double>> ListKeyframesAsync(string path)
    {
        var times = await RunAsync(
            "ffprobe",
            ["-v", "error", "-select_streams", "v", "-skip_frame", "nokey", "-show_entries", "frame=pts_time", "-of", "default=nw=1:nk=1", path]);
        return [.. times.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(t => double.Parse(t, CultureInfo.InvariantCulture))];
    }

    private static IEnumerable<string> Arguments(IEnumerable<(string Name, string Value)> tags) =>
        tags.SelectMany(t => new[] { "-metadata", $"{t.Name}={t.Value}" });

    private async Task TurnAsync(string plain, string path)
    {
        await RunAsync(["-i", plain, "-c", "copy", "-metadata:s:v:0", "rotate=" + Number(Rotation), path]);
        File.Delete(plain);
    }

    private static Task<string> RunAsync(IEnumerable<string> arguments) => RunAsync("ffmpeg", ["-v", "error", "-nostdin", "-y", .. arguments]);

    private static async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException("No test video: " + await errors);
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
