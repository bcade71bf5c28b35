using System.Text.Encodings.Web;
using System.Text.Json;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Handles;

namespace IpsJobs.Handlers.MetadataPublish;

/// <summary>Writes what is known of an asset as one JSON document.</summary>
public static class AssetDocument
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>UTF-8 without byte order mark; the same asset always gives the same bytes.</summary>
    public static byte[] Of(StoredAsset asset)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
            Write(json, asset);
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, StoredAsset asset)
    {
        var content = asset.Content;
        json.WriteStartObject();
        json.WriteString("handle", asset.Handle.ToString(HandleForm.D2));
        json.WriteString("name", asset.Name);
        json.WriteString("folder", content.Folder);
        json.WriteString("type", content.Type);
        if (content.SubType.Length > 0)
            json.WriteString("subType", content.SubType);
        json.WriteStartArray("keywords");
        foreach (var keyword in content.Keywords)
            json.WriteStringValue(keyword);
        json.WriteEndArray();
        WriteSystem(json, asset);
        WriteFields(json, "userDefined", content.Metadata.Where(m => !IsXmp(m.Key)));
        WriteFields(json, "xmp", content.Metadata.Where(m => IsXmp(m.Key)));
        json.WriteEndObject();
    }

    private static void WriteSystem(Utf8JsonWriter json, StoredAsset asset)
    {
        var content = asset.Content;
        json.WriteStartObject("system");
        json.WriteString("fileName", content.FileName);
        json.WriteNumber("fileSize", content.FileSize);
        json.WriteString("created", asset.CreatedUtc);
        json.WriteString("lastModified", asset.ModifiedUtc);
        if (content.Optimized is { } image)
        {
            json.WriteNumber("width", image.Width);
            json.WriteNumber("height", image.Height);
            if (image.Resolution is { } resolution)
                json.WriteNumber("resolution", resolution);
        }

        foreach (var (name, value) in content.Details.Facts.OrderBy(f => f.Key, StringComparer.Ordinal))
            json.WriteString("info." + name, value);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, string>> fields)
    {
        json.WriteStartObject(name);
        foreach (var (field, value) in fields.OrderBy(f => f.Key, StringComparer.Ordinal))
            json.WriteString(field, value);
        json.WriteEndObject();
    }

    private static bool IsXmp(string field) => field.Contains(':', StringComparison.Ordinal);
}
