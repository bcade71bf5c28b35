using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.VideoSitemap;

/// <summary>Where the value of a field comes from.</summary>
/// <param name="Text">Name of a metadata field, or the value itself.</param>
/// <param name="IsLiteral">True when it is the value.</param>
public sealed record FieldSource(string Text, bool IsLiteral)
{
    /// <summary>Text in double quotes, with a blank or with <c>://</c> is the value itself; names of fields have none of these.</summary>
    public static FieldSource Of(string mapping)
    {
        var text = mapping.Trim();
        if (text is ['"', .., '"'])
            return new FieldSource(text[1..^1], IsLiteral: true);
        return new FieldSource(text, text.Any(char.IsWhiteSpace) || text.Contains("://", StringComparison.Ordinal));
    }

    /// <summary>The value for a video; null when the video has none.</summary>
    public string? For(StoredAsset video)
    {
        if (IsLiteral)
            return Text;
        var value = video.Content.Metadata.GetValueOrDefault(Text) ?? Own(video);
        return string.IsNullOrWhiteSpace(value) ? null : value;
    }

    private string? Own(StoredAsset video) => Text switch
    {
        "name" => video.Name,
        "fileName" => video.Content.FileName,
        "keywords" => string.Join(',', video.Content.Keywords),
        _ => null,
    };
}
