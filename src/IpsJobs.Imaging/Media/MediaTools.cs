using System.Globalization;
using System.Text.Json;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Messages;
using IpsJobs.Imaging.Tools;
using Microsoft.Extensions.Options;

namespace IpsJobs.Imaging.Media;

/// <summary>The programs of ffmpeg, which may read the given file and no other.</summary>
public sealed class MediaTools(ToolRunner tools, IOptions<ToolOptions> options) : IMediaTools, IDisposable
{
    private const string Probe = "ffprobe";
    private const string Encoder = "ffmpeg";

    /// <summary>Forms that hold their own data. Play lists are none of them: they name further files, which would be read as part of the video.</summary>
    private const string Formats = "mov,avi,flv,mpeg,mpegts,mpegvideo,m4v,h264,matroska,ogg,asf,aac,ac3,eac3,aiff,mp3,wav,w64";

    // A directory of small videos is taken with hundreds of files in work at once.
    private readonly SemaphoreSlim reading = new(Environment.ProcessorCount);
    private readonly SemaphoreSlim encoding = new(options.Value.MaxEncodings);

    public string? FindMissing() => ToolPaths.Find(Encoder) is null ? Encoder : null;

    public async Task<MediaFacts> ReadAsync(string path, string scratch, CancellationToken cancellationToken)
    {
        string[] arguments = ["-v", "error", .. Input(path), "-show_format", "-show_streams", "-of", "json"];
        var result = await RunAsync(reading, new ToolRun(Probe, arguments, scratch, options.Value.Timeout), cancellationToken);
        try
        {
            return (result.Succeeded ? ProbeReport.Read(result.Output) : null) ?? throw Refusal(result, "Log.Media.Unreadable");
        }
        catch (JsonException)
        {
            throw Refusal(result, "Log.Media.Unreadable");
        }
    }

    public async Task DrawFrameAsync(string path, TimeSpan at, string scratch, string targetPath, CancellationToken cancellationToken)
    {
        if (at > TimeSpan.Zero && await TryDrawAsync(path, ["-ss", Seconds(at)], scratch, targetPath, cancellationToken) is { Succeeded: true }
            && File.Exists(targetPath))
            return;
        var result = await TryDrawAsync(path, [], scratch, targetPath, cancellationToken);
        if (!result.Succeeded || !File.Exists(targetPath))
            throw Refusal(result, "Log.Media.NoFrame");
    }

    public async Task EncodeAsync(string path, EncodingOrder order, string scratch, string targetPath, CancellationToken cancellationToken)
    {
        string[] arguments = [.. Quiet, .. Input(path), .. EncodingArguments.Of(order), "-y", "file:" + targetPath];
        var run = new ToolRun(Encoder, arguments, scratch, options.Value.EncodingTimeout) { Processors = Environment.ProcessorCount };
        var result = await RunAsync(encoding, run, cancellationToken);
        if (!result.Succeeded || !File.Exists(targetPath))
            throw Refusal(result, "Log.Media.NotEncoded");
    }

    public void Dispose()
    {
        reading.Dispose();
        encoding.Dispose();
    }

    private static string[] Quiet => ["-v", "error", "-nostdin", "-hide_banner"];

    private Task<ToolResult> TryDrawAsync(
        string path, string[] seek, string scratch, string targetPath, CancellationToken cancellationToken)
    {
        string[] arguments =
            [.. Quiet, .. seek, .. Input(path), "-map", "0:V:0", "-frames:v", "1", "-q:v", "2", "-f", "image2", "-update", "1", "-y", targetPath];
        return RunAsync(reading, new ToolRun(Encoder, arguments, scratch, options.Value.Timeout), cancellationToken);
    }

    private async Task<ToolResult> RunAsync(SemaphoreSlim places, ToolRun run, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            return await tools.RunAsync(run, cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    // Named as a file, because a name with a colon would be read as an address.
    private static string[] Input(string path) =>
        ["-protocol_whitelist", "file", "-format_whitelist", Formats, "-i", "file:" + path];

    private static MediaUnreadableException Refusal(ToolResult result, string key) =>
        new(new LocalizedMessage(result.TimedOut ? "Log.Media.TimedOut" : key));

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
