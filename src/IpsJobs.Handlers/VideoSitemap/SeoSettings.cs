using IpsJobs.Core.Properties;

namespace IpsJobs.Handlers.VideoSitemap;

/// <summary>What a company wants search engines to be told of its videos.</summary>
public sealed record SeoSettings
{
    /// <summary>Writes <c>video-sitemap.xml</c>.</summary>
    public bool WritesSitemap { get; init; }

    /// <summary>Writes <c>mrss-feed.xml</c>.</summary>
    public bool WritesFeed { get; init; }

    /// <summary>Generated every night; otherwise only when a job forces it.</summary>
    public bool IsAutomatic { get; init; }

    public bool MarkForPublish { get; init; }

    /// <summary>Writes the entries of videos that lack a required field without it.</summary>
    public bool AllowPartial { get; init; }

    /// <summary>Where the video server is reached; null leaves addresses of files out.</summary>
    public string? VideoServerUrl { get; init; }

    /// <summary>Where the image server is reached that shows the thumbnails of videos; null leaves them out.</summary>
    public string? ImageServerUrl { get; init; }

    /// <summary>Source of every field by its name in the settings.</summary>
    public IReadOnlyDictionary<string, FieldSource> Fields { get; init; } = new Dictionary<string, FieldSource>();

    public bool WritesAnything => WritesSitemap || WritesFeed;

    /// <summary>Reads a property set; a company without one wants nothing.</summary>
    public static SeoSettings Of(PropertySet? set)
    {
        if (set is null)
            return new SeoSettings();
        var mode = set.Find("generationMode");
        return new SeoSettings
        {
            WritesSitemap = mode is "VideoSitemap" or "Both",
            WritesFeed = mode is "MrssFeed" or "Both",
            IsAutomatic = set.Find("runMode") == "Automatic",
            MarkForPublish = IsOn(set, "markForPublish"),
            AllowPartial = IsOn(set, "allowPartialGeneration"),
            VideoServerUrl = set.Find("videoServerUrl")?.TrimEnd('/'),
            ImageServerUrl = set.Find("imageServerUrl")?.TrimEnd('/'),
            Fields = VideoEntry.FieldNames
                .Where(name => set.Find(name) is not null)
                .ToDictionary(name => name, name => FieldSource.Of(set.Find(name)!)),
        };
    }

    private static bool IsOn(PropertySet set, string name) => string.Equals(set.Find(name), "true", StringComparison.OrdinalIgnoreCase);
}
