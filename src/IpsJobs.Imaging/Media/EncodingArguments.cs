using System.Globalization;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;

namespace IpsJobs.Imaging.Media;

/// <summary>Writes an order for ffmpeg.</summary>
internal static class EncodingArguments
{
    private const long DefaultAudioBitRate = 128_000;

    // Square pixels and even sides: the codecs halve the resolution of the colours, and players ignore the form of pixels.
    private const string Normalize = "scale=trunc(iw*sar/2)*2:trunc(ih/2)*2,setsar=1";

    /// <summary>Everything between the input and the name of the output.</summary>
    public static IReadOnlyList<string> Of(EncodingOrder order) =>
    [
        // Without covers, subtitles and data, which the containers do not all hold.
        "-map", "0:V:0", "-map", "0:a:0?", "-sn", "-dn", "-map_chapters", "-1",
        "-vf", Size(order.Width & ~1, order.Height & ~1) + Rate(order.FrameRate), "-pix_fmt", "yuv420p",
        .. order.Container == VideoContainers.WebM ? Vp9(order) : H264(order),
        .. Keyframes(order.KeyframeInterval),
        .. Sound(order),
        "-threads", Text(Environment.ProcessorCount),
        .. order.Container == VideoContainers.WebM ? ["-f", "webm"] : new[] { "-movflags", "+faststart", "-f", "mp4" },
    ];

    private static string Size(int width, int height) => (width, height) switch
    {
        (0, 0) => Normalize,
        (_, 0) => $"{Normalize},scale={Text(width)}:-2",
        (0, _) => $"{Normalize},scale=-2:{Text(height)}",
        _ => $"{Normalize},scale={Text(width)}:{Text(height)}:force_original_aspect_ratio=decrease:force_divisible_by=2,"
            + $"pad={Text(width)}:{Text(height)}:(ow-iw)/2:(oh-ih)/2",
    };

    // As a filter: the option for it makes the encoding longer than the video where the rate falls.
    private static string Rate(double? framesPerSecond) => framesPerSecond is { } rate ? $",fps={Text(rate)}" : "";

    private static string[] H264(EncodingOrder order) =>
        ["-c:v", "libx264", "-preset", "medium", .. order.VideoBitRate is { } rate ? Rate(rate) : ["-crf", "23"]];

    private static string[] Vp9(EncodingOrder order) =>
        ["-c:v", "libvpx-vp9", "-row-mt", "1", "-cpu-used", "4", .. order.VideoBitRate is { } rate ? Rate(rate) : ["-crf", "33", "-b:v", "0"]];

    // Near the rate at every moment, so that a player that chose it for its line is not let down.
    private static string[] Rate(long rate) => ["-b:v", Text(rate), "-maxrate", Text(rate * 3 / 2), "-bufsize", Text(rate * 2)];

    private static string[] Keyframes(TimeSpan? interval) =>
        interval is { } time ? ["-force_key_frames", $"expr:gte(t,n_forced*{Text(time.TotalSeconds)})"] : [];

    private static string[] Sound(EncodingOrder order) => order.AudioBitRate switch
    {
        0 => ["-an"],
        var rate => ["-c:a", order.Container == VideoContainers.WebM ? "libopus" : "aac", "-b:a", Text(rate ?? DefaultAudioBitRate)],
    };

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
