using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Outbox;
using Details = IpsJobs.Core.Assets.AssetDetails;

namespace IpsJobs.Storage;

/// <summary>The lists that are kept as JSON in one column, because nobody asks for their parts.</summary>
[JsonSerializable(typeof(IReadOnlyList<AuxEntry>))]
[JsonSerializable(typeof(AuxEntry[]))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(Notice))]
internal sealed partial class StoreJson : JsonSerializerContext
{
    private static readonly Dictionary<string, string> NoTexts = [];

    // File names in any script stay readable to whoever opens the database; the text never goes into HTML.
    private static readonly StoreJson Json = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    // By reflection: generated readers lose the defaults of properties that a row of an earlier version does not have.
    private static readonly JsonSerializerOptions DetailsJson = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static string Write(IReadOnlyList<string> values) =>
        values.Count == 0 ? "[]" : JsonSerializer.Serialize(values, Json.IReadOnlyListString);

    /// <summary>Null for an empty list.</summary>
    public static string? Write(IReadOnlyList<AuxEntry> aux) =>
        aux.Count == 0 ? null : JsonSerializer.Serialize(aux, Json.IReadOnlyListAuxEntry);

    public static string[] ReadStrings(string json) => json == "[]" ? [] : JsonSerializer.Deserialize(json, Json.StringArray) ?? [];

    public static IReadOnlyList<AuxEntry> ReadAux(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, Json.AuxEntryArray) ?? [];

    /// <summary>Null when there is nothing to keep.</summary>
    public static string? Write(Details details) =>
        details == Details.None ? null : JsonSerializer.Serialize(details, DetailsJson);

    public static Details ReadDetails(string? json) =>
        json is null ? Details.None : JsonSerializer.Deserialize<Details>(json, DetailsJson) ?? Details.None;

    /// <summary>Null for no text.</summary>
    public static string? Write(IReadOnlyDictionary<string, string> texts) =>
        texts.Count == 0 ? null : JsonSerializer.Serialize(texts, Json.IReadOnlyDictionaryStringString);

    public static IReadOnlyDictionary<string, string> ReadTexts(string? json) =>
        json is null ? NoTexts : JsonSerializer.Deserialize(json, Json.DictionaryStringString) ?? NoTexts;

    public static string Write(Notice notice) => JsonSerializer.Serialize(notice, Json.Notice);

    public static Notice? ReadNotice(string? json) => json is null ? null : JsonSerializer.Deserialize(json, Json.Notice);
}
