using System.Globalization;
using System.Text.Json;
using IpsJobs.Core.Assets;

namespace IpsJobs.Imaging.Media;

/// <summary>Reads what ffprobe says of a file.</summary>
internal static class ProbeReport
{
    // A side way round: the picture is as wide as its rows are many.
    private const double QuarterTurn = 90;
    private const double HalfTurn = 180;

    /// <summary>Null when the file has neither picture nor sound.</summary>
    /// <param name="json">Output of ffprobe with format and streams.</param>
    /// <exception cref="JsonException">It is no such output.</exception>
    public static MediaFacts? Read(ReadOnlyMemory<byte> json)
    {
        using var report = JsonDocument.Parse(json);
        if (!report.RootElement.TryGetProperty("format", out var format) || !report.RootElement.TryGetProperty("streams", out var streams))
            return null;
        var all = streams.EnumerateArray().ToList();
        var picture = all.FirstOrDefault(s => Text(s, "codec_type") == "video" && !IsCover(s));
        var sound = all.FirstOrDefault(s => Text(s, "codec_type") == "audio");
        if (picture.ValueKind == JsonValueKind.Undefined && sound.ValueKind == JsonValueKind.Undefined)
            return null;
        return new MediaFacts(Text(format, "format_name") ?? "")
        {
            Duration = Seconds(Text(format, "duration")) ?? all.Select(s => Seconds(Text(s, "duration"))).Max(),
            BitRate = Number(Text(format, "bit_rate")),
            Picture = picture.ValueKind == JsonValueKind.Undefined ? null : Picture(picture),
            Sound = sound.ValueKind == JsonValueKind.Undefined ? null : Sound(sound),
            Metadata = MediaTags.Read(new[] { format, picture, sound }.Where(owner => owner.ValueKind != JsonValueKind.Undefined)),
        };
    }

    // A song carries its cover as a video of one picture.
    private static bool IsCover(JsonElement stream) =>
        stream.TryGetProperty("disposition", out var disposition)
        && disposition.TryGetProperty("attached_pic", out var cover)
        && cover.GetInt32() == 1;

    private static PictureTrack Picture(JsonElement stream)
    {
        var (width, height) = ((int)(Number(Text(stream, "width")) ?? 0), (int)(Number(Text(stream, "height")) ?? 0));
        var lies = Math.Abs((Math.Abs(Rotation(stream)) % HalfTurn) - QuarterTurn) < 1;
        return new PictureTrack(Text(stream, "codec_name") ?? "", lies ? height : width, lies ? width : height)
        {
            FrameRate = Ratio(Text(stream, "avg_frame_rate")) ?? Ratio(Text(stream, "r_frame_rate")),
            BitRate = Number(Text(stream, "bit_rate")),
        };
    }

    private static SoundTrack Sound(JsonElement stream) => new(Text(stream, "codec_name") ?? "")
    {
        SampleRate = (int?)Number(Text(stream, "sample_rate")),
        Channels = (int?)Number(Text(stream, "channels")),
        BitRate = Number(Text(stream, "bit_rate")),
    };

    private static double Rotation(JsonElement stream)
    {
        if (!stream.TryGetProperty("side_data_list", out var list))
            return 0;
        return list.EnumerateArray().Select(data => Decimal(Text(data, "rotation"))).FirstOrDefault(turn => turn is not null) ?? 0;
    }

    private static TimeSpan? Seconds(string? text) =>
        Decimal(text) is > 0 and < 1e9 and var seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static double? Ratio(string? text)
    {
        var parts = (text ?? "").Split('/');
        return parts.Length == 2 && Decimal(parts[0]) is > 0 and var over && Decimal(parts[1]) is > 0 and var under
            ? over / under
            : null;
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= int.MaxValue ? number : null;

    private static double? Decimal(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    // Some fields are numbers and some are texts that hold numbers.
    private static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var value)
        ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
        : null;
}
