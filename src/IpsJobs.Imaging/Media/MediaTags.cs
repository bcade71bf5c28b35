using System.Text.Json;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Text;
using IpsJobs.Imaging.Metadata;

namespace IpsJobs.Imaging.Media;

/// <summary>Reads the tags of videos and sounds and names them like the XMP properties that mean the same.</summary>
internal static class MediaTags
{
    // In the order in which they count where several give one field; as ffprobe calls them in every form of file.
    private static readonly (string Tag, string Field)[] Names =
    [
        ("title", "dc:title"),
        ("artist", "dc:creator"),
        ("author", "dc:creator"),
        ("album_artist", "dc:creator"),
        ("description", "dc:description"),
        ("synopsis", "dc:description"),
        ("comment", "dc:description"),
        ("copyright", "dc:rights"),
        ("publisher", "dc:publisher"),
        ("date", "xmp:CreateDate"),
        ("creation_time", "xmp:CreateDate"),
        ("album", "xmpDM:album"),
        ("genre", "xmpDM:genre"),
        ("composer", "xmpDM:composer"),
        ("track", "xmpDM:trackNumber"),
    ];

    /// <param name="owners">The file and its streams, as ffprobe shows them: some forms hang the tags on a stream.</param>
    public static EmbeddedMetadata Read(IEnumerable<JsonElement> owners)
    {
        var tags = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var tag in owners.SelectMany(TagsOf))
            tags.TryAdd(tag.Name, tag.Value.GetString() ?? "");
        var fields = new MetadataFields();
        foreach (var (tag, field) in Names)
            fields.Set(field, tags.GetValueOrDefault(tag));
        fields.Set(MetadataFields.Keywords, XmpKeywords.Parse(tags.GetValueOrDefault("keywords")));
        return fields.Result;
    }

    private static IEnumerable<JsonProperty> TagsOf(JsonElement owner) =>
        owner.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Object
            ? tags.EnumerateObject().Where(t => t.Value.ValueKind == JsonValueKind.String)
            : [];
}
