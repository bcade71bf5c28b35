using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;

namespace IpsJobs.Handlers.VideoSitemap;

/// <summary>What is written of one video; null for what is not known.</summary>
public sealed record VideoEntry
{
    private const string LandingPageField = "landingPage";
    private const string TitleField = "title";
    private const string DescriptionField = "description";
    private const string TagsField = "tags";
    private const string CategoryField = "category";
    private const int LongestAddress = 2048;

    /// <summary>Names of all fields in the settings.</summary>
    public static IReadOnlyList<string> FieldNames { get; } = [LandingPageField, TitleField, DescriptionField, TagsField, CategoryField];

    /// <summary>Legal address, with everything escaped that addresses may not hold.</summary>
    public string? LandingPage { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? Category { get; init; }

    /// <summary>Address of the file on the video server.</summary>
    public string? Content { get; init; }

    /// <summary>Address of a picture of the video.</summary>
    public string? Thumbnail { get; init; }

    public long FileSize { get; init; }

    /// <summary>Whole seconds.</summary>
    public int? Duration { get; init; }

    public DateTimeOffset Published { get; init; }

    /// <summary>Required fields that the video lacks.</summary>
    public IEnumerable<string> Missing()
    {
        if (LandingPage is null)
            yield return LandingPageField;
        if (Title is null)
            yield return TitleField;
        if (Description is null)
            yield return DescriptionField;
    }

    /// <param name="video">The video.</param>
    /// <param name="settings">Says where the fields come from.</param>
    /// <param name="path">Path of the file on the video server.</param>
    /// <param name="picture">Path of its picture on the image server; null when it has none.</param>
    public static VideoEntry Of(StoredAsset video, SeoSettings settings, string path, string? picture)
    {
        return new VideoEntry
        {
            LandingPage = Address(Field(LandingPageField)),
            Title = Field(TitleField),
            Description = Field(DescriptionField),
            Tags = (Field(TagsField) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Category = Field(CategoryField),
            Content = settings.VideoServerUrl is { } videos ? $"{videos}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}" : null,
            Thumbnail = settings.ImageServerUrl is { } images && picture is not null ? $"{images}/{picture}" : null,
            FileSize = video.Content.FileSize,
            Duration = Seconds(video.Content.Details.Facts.GetValueOrDefault(MediaFactNames.Duration)),
            Published = video.CreatedUtc,
        };

        string? Field(string name) => settings.Fields.GetValueOrDefault(name)?.For(video);
    }

    // What is no address of a page is as good as none: readers refuse the whole file for it.
    private static string? Address(string? text)
    {
        if (!Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var page) || (page.Scheme != Uri.UriSchemeHttp && page.Scheme != Uri.UriSchemeHttps))
            return null;
        var address = (page.IdnHost == page.Host ? page : new UriBuilder(page) { Host = page.IdnHost }.Uri).AbsoluteUri;
        return address.Length <= LongestAddress ? address : null;
    }

    private static int? Seconds(string? duration) =>
        double.TryParse(duration, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var seconds)
            && seconds is > 0 and < int.MaxValue
            ? (int)Math.Round(seconds)
            : null;
}
